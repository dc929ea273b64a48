using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Resources;
using Engagement.Local.StepFunctions.Execution;
using Engagement.Local.StepFunctions.Operations;
using Engagement.Local.StepFunctions.Resources;

namespace Engagement.Local.StepFunctions;

/// <summary>
/// AWS Step Functions over AWS JSON 1.0, as of 2016-11-23: standard workflows in the States language with JSONPath, on the cloud's clock.
/// </summary>
internal sealed class StepFunctionsService : IAwsService, IResourceProvider, IMetricSource, IDisposable
{
    /// <summary>The wire format.</summary>
    public static readonly AwsJson Protocol = new("1.0", "AWSStepFunctions.");

    private static readonly (string Name, string Status)[] Outcomes =
        [
            ("ExecutionsSucceeded", "SUCCEEDED"),
            ("ExecutionsFailed", "FAILED"),
            ("ExecutionsTimedOut", "TIMED_OUT"),
            ("ExecutionsAborted", "ABORTED")
        ];

    private readonly Executions executions;
    private readonly Dictionary<string, StatesOperation> operations;

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="endpoint">How tasks call services.</param>
    /// <param name="roles">Whether Step Functions may act as a machine's role.</param>
    /// <param name="logs">Where executions are logged.</param>
    public StepFunctionsService(CloudContext cloud, IAwsEndpoint endpoint, IRoleAssumption roles, ILogSink logs)
    {
        executions = new(cloud, endpoint, roles, logs);
        operations = new ExecutionOperations(executions).Operations.ToDictionary(operation => operation.Name, StringComparer.Ordinal);
        var machine = new StateMachineResource(cloud, executions);
        ResourceTypes = new Dictionary<string, CreateResource> { [StateMachineResource.Type] = machine.CreateAsync };
        Lifecycles = new Dictionary<string, ResourceLifecycle> { [StateMachineResource.Type] = machine.Lifecycle };
    }

    public string Name => "states";

    public string SigningName => "states";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfJson(
        ("ExecutionAlreadyExists", 400), ("ExecutionLimitExceeded", 400), ("StateMachineDeleting", 400), ("StateMachineDoesNotExist", 400));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    public IEnumerable<ServiceMetric> Metrics =>
        from machine in executions.All.GroupBy(execution => execution.Machine.Arn, StringComparer.Ordinal)
        from metric in Outcomes
        select new ServiceMetric(
            "AWS/States", metric.Name, "StateMachineArn", machine.Key, machine.Count(execution => execution.Status == metric.Status));

    /// <summary>All executions, in order of their start.</summary>
    public IReadOnlyList<Execution.StateMachineExecution> Executions => executions.All;

    public AwsOperation Resolve(AwsRequest request)
    {
        var name = Protocol.Operation(request);
        var operation = operations.GetValueOrDefault(name)
            ?? throw (name.Length == 0 ? StatesError.UnknownOperation() : StatesError.NotDone(name));
        var body = AwsJson.Body(request);
        if (body.FirstOrDefault(member => !operation.Members.Contains(member.Key)).Key is { } unknown)
        {
            throw StatesError.NotDone($"member {unknown} of {name}");
        }

        var resource = body[operation.Resource]?.ToString() ?? throw StatesError.Missing(operation.Resource);
        return new(name, $"states:{name}", [resource], cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Protocol.Result(operation.Execute(body)));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Protocol.Error(error);

    public void Dispose() => executions.Dispose();
}
