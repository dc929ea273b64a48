using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Faults;
using Engagement.Local.Lambda.Deployment;
using Engagement.Local.Lambda.Execution;
using Engagement.Local.Lambda.Protocol;
using Engagement.Local.Resources;

namespace Engagement.Local.Lambda;

/// <summary>AWS Lambda: runs the published directories that the program names, as processes, over the real Runtime API.</summary>
internal sealed class LambdaService : IAwsService, IResourceProvider, IResourcePolicies, IMetricSource, IFunctions, IAsyncDisposable
{
    /// <summary>Short name and signing name of the service.</summary>
    public const string ServiceName = "lambda";

    private readonly CloudContext cloud;
    private readonly IRoleAssumption roles;
    private readonly LambdaLimits limits;
    private readonly Launcher launcher;
    private readonly Concurrency shared;
    private readonly SemaphoreSlim deploying;
    private readonly LambdaApi api;
    private readonly ConcurrentDictionary<string, InvocationCounts> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DeployedFunction> deployed = new(StringComparer.Ordinal);

    /// <param name="cloud">Account, region, address and clock.</param>
    /// <param name="aws">The door to every service; calls made while deploying go through it.</param>
    /// <param name="roles">Whether Lambda may act as a function's role.</param>
    /// <param name="credentials">Issues each process credentials of its function's role.</param>
    /// <param name="logs">Where functions' lines go.</param>
    /// <param name="faults">Which processes to kill; none by default.</param>
    /// <param name="limits">Concurrency and start-up; AWS's for a new account by default.</param>
    public LambdaService(
        CloudContext cloud,
        IAwsEndpoint aws,
        IRoleAssumption roles,
        ICredentialIssuer credentials,
        ILogSink logs,
        IFaults? faults = null,
        LambdaLimits? limits = null)
    {
        this.cloud = cloud;
        this.roles = roles;
        this.limits = limits ?? new LambdaLimits();
        launcher = new Launcher(cloud, aws, credentials, logs, faults, this.limits);
        if (faults is not null)
        {
            faults.KillFunction = launcher.Kill;
        }

        shared = new Concurrency(this.limits.AccountConcurrency);
        // An invocation takes milliseconds, another process most of a second.
        deploying = new SemaphoreSlim(1);
        api = new LambdaApi(this, cloud, aws, roles);
        var (function, permission) = (new FunctionResource(cloud, this), new PermissionResource(cloud, this));
        var (eventInvokeConfig, invocation) = (new EventInvokeConfigResource(cloud, this), new InvocationResource(cloud, aws, this));
        ResourceTypes = new Dictionary<string, CreateResource>
        {
            [FunctionResource.Type] = function.CreateAsync,
            [PermissionResource.Type] = permission.CreateAsync,
            [EventInvokeConfigResource.Type] = eventInvokeConfig.CreateAsync,
            [InvocationResource.Type] = invocation.CreateAsync,
        };
        Lifecycles = new Dictionary<string, ResourceLifecycle>
        {
            [FunctionResource.Type] = function.Lifecycle,
            [PermissionResource.Type] = permission.Lifecycle,
            [EventInvokeConfigResource.Type] = eventInvokeConfig.Lifecycle,
            [InvocationResource.Type] = invocation.Lifecycle,
        };
    }

    public IEnumerable<ServiceMetric> Metrics => counts.Values.SelectMany(count => new[]
    {
        new ServiceMetric("AWS/Lambda", "Invocations", "FunctionName", count.Function, count.Invocations),
        new ServiceMetric("AWS/Lambda", "Errors", "FunctionName", count.Function, count.Errors),
    });

    public string Name => ServiceName;

    public string SigningName => ServiceName;

    public string InternalError => "ServiceException";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfRest(
        (
            "ResourceNotFoundException",
            404), ("ResourceConflictException", 409), ("TooManyRequestsException", 429), ("ServiceException", 500),
        ("EC2ThrottledException", 502), ("ENILimitReachedException", 502));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    public FunctionConfiguration? Find(string nameOrArn) =>
        Definition(nameOrArn) is { } function
            ? new FunctionConfiguration(function.Name, function.Arn, function.Role, function.Timeout)
            : null;

    /// <summary>A function's resource policy, or null where there is no such function.</summary>
    public FunctionPolicy? Policy(string nameOrArn) => Deployed(nameOrArn)?.Policy;

    public string? PolicyOf(string resourceArn) => Policy(resourceArn)?.ToJson();

    /// <inheritdoc/>
    /// <remarks>Holds the clock's advance back until the function has ended. Cancelling ends the function's process.</remarks>
    public async Task<InvocationResult> InvokeAsync(string nameOrArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var work = cloud.Clock.BeginWork($"invocation of {nameOrArn}");
        return await RunAsync(nameOrArn, payload, cancellationToken);
    }

    /// <summary>
    /// Runs one invocation that makes a resource. A deployment that has many waits its turn, as the provider does where Lambda throttles
    /// it. So none starts a process that is not needed afterwards.
    /// </summary>
    /// <exception cref="AwsException">There is no such function, or all its places are taken.</exception>
    internal async Task<InvocationResult> InvokeToCreateAsync(
        string nameOrArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await deploying.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(nameOrArn, payload, cancellationToken);
        }
        finally
        {
            deploying.Release();
        }
    }

    /// <summary>
    /// Runs one invocation that changes or removes a resource. The deployment waits for it and the clock does not. It may itself wait
    /// minutes for the clock to go on, and holds up no other.
    /// </summary>
    /// <exception cref="AwsException">There is no such function, or all its places are taken.</exception>
    internal Task<InvocationResult> InvokeToChangeAsync(
        string nameOrArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        RunAsync(nameOrArn, payload, cancellationToken);

    private async Task<InvocationResult> RunAsync(string nameOrArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var function = Deployed(nameOrArn) ?? throw LambdaError.NotFound(FunctionName.Arn(cloud, nameOrArn) ?? nameOrArn);
        var @event = EventPayload.Read(payload, "RequestResponse", LambdaLimits.RequestBytes);
        var result = await function.InvokeAsync(@event, cancellationToken);
        var failed = result.FunctionError is null ? 0 : 1;
        counts.AddOrUpdate(
            function.Definition.Name,
            name => new(name, 1, failed),
            (_, before) => before with { Invocations = before.Invocations + 1, Errors = before.Errors + failed });
        return result;
    }

    public AwsOperation Resolve(AwsRequest request) => api.Resolve(request);

    public AwsResponse Error(AwsRequest request, AwsException error) => api.Error(request, error);

    /// <summary>Ends every process.</summary>
    public async ValueTask DisposeAsync()
    {
        launcher.KillAll();
        foreach (var function in deployed.Values)
        {
            await function.DisposeAsync();
        }

        launcher.Dispose();
        deploying.Dispose();
    }

    /// <summary>A function as it was deployed, or null where there is none.</summary>
    internal LambdaDefinition? Definition(string nameOrArn) => Deployed(nameOrArn)?.Definition;

    /// <summary>What becomes of a function's asynchronous invocations.</summary>
    internal AsynchronousSettings Asynchronous(string arn) => Deployed(arn)?.Asynchronous ?? throw LambdaError.NotFound(arn);

    /// <summary>Says what becomes of a function's asynchronous invocations from now on.</summary>
    internal void Configure(string arn, AsynchronousSettings settings) =>
        (Deployed(arn) ?? throw LambdaError.NotFound(arn)).Asynchronous = settings;

    /// <summary>Takes a function in.</summary>
    /// <exception cref="AwsException">There is one of that name, or Lambda may not assume its role.</exception>
    internal void Deploy(LambdaDefinition definition)
    {
        if (!deployed.TryAdd(definition.Arn, Prepare(definition, new FunctionPolicy())))
        {
            throw LambdaError.Conflict($"Function already exist: {definition.Name}");
        }
    }

    /// <summary>
    /// Puts another definition in a function's place: from now on it runs in new processes. Invocations under way end on the old one.
    /// </summary>
    /// <exception cref="AwsException">There is no such function, or Lambda may not assume its role.</exception>
    internal async Task RedeployAsync(LambdaDefinition definition)
    {
        var before = Deployed(definition.Arn) ?? throw LambdaError.NotFound(definition.Arn);
        var after = Prepare(definition, before.Policy);
        after.Asynchronous = before.Asynchronous;
        deployed[definition.Arn] = after;
        await before.DisposeAsync();
    }

    /// <summary>Takes a function out. Invocations under way end; one that is gone already is well.</summary>
    internal async Task RemoveAsync(string arn)
    {
        if (deployed.TryRemove(arn, out var function))
        {
            await function.DisposeAsync();
        }
    }

    private DeployedFunction? Deployed(string nameOrArn) =>
        FunctionName.Arn(cloud, nameOrArn) is { } arn ? deployed.GetValueOrDefault(arn) : null;

    private DeployedFunction Prepare(LambdaDefinition definition, FunctionPolicy policy)
    {
        _ = roles.Assume(definition.Role, Principal.Service("lambda.amazonaws.com", definition.Arn), definition.Name);
        var concurrency = definition.ReservedConcurrency is { } reserved ? new Concurrency(reserved) : shared;
        return new(definition, concurrency, new ExecutionEnvironments(definition, launcher, limits), policy);
    }
}
