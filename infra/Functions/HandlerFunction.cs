using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Functions;

/// <summary>
/// One Lambda function from one handler project, with a role of its own and a log group that forgets. The environment variable <c>STACK</c>
/// tells the function its stack.
/// </summary>
internal sealed class HandlerFunction : ComponentResource
{
    public HandlerFunction(string name, HandlerFunctionArgs args, ComponentResourceOptions? options = null)
        : base("engagement:functions:HandlerFunction", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        LogGroup = new Aws.CloudWatch.LogGroup($"{name}-log", new()
        {
            NamePrefix = $"/aws/lambda/{Deployment.Instance.StackName}-{name}-",
            RetentionInDays = args.Defaults.Settings.LogRetentionDays,
        }, asChild);
        Role = new Aws.Iam.Role($"{name}-role", new()
        {
            AssumeRolePolicy = PolicyDocument.Allow(Statement.Trust("lambda.amazonaws.com", OutputArn.Account(LogGroup.Arn))),
        }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{name}-policy", new()
        {
            Role = Role.Id,
            Policy = PolicyDocument.Allow(Statements(args)),
        }, asChild);
        Function = CreateFunction(name, args, policy);
        if (args.Source is { } source)
        {
            Consume(source, options?.Parent ?? this);
        }

        Watch("Errors", $"{name}-errors", $"Invocations of {name} fail: read its log. Failed work is tried again.");
        Watch(
            "Throttles",
            $"{name}-throttles",
            $"Lambda refuses invocations of {name}: the function has reached its reserved concurrency, or the account its quota of"
                + " concurrent executions. Raise the limit. Refused work is tried again.");
        RegisterOutputs();
    }

    public Aws.Lambda.Function Function { get; }

    public Aws.Iam.Role Role { get; }

    public Aws.CloudWatch.LogGroup LogGroup { get; }

    private Aws.Lambda.Function CreateFunction(string name, HandlerFunctionArgs args, Resource policy)
    {
        var settings = args.Defaults.Settings;
        var function = new Aws.Lambda.FunctionArgs
        {
            Runtime = settings.Packaging.Runtime,
            Handler = settings.Packaging.EntryPoint(args.Handler),
            Code = args.Defaults.Artifacts.Create(args.Handler, settings, args.Definitions),
            Architectures = settings.Architecture,
            MemorySize = settings.MemoryMegabytes,
            Timeout = args.TimeoutSeconds,
            Role = Role.Arn,
            Environment = new Aws.Lambda.Inputs.FunctionEnvironmentArgs { Variables = Variables(args.Grants) },
            // Text, because in JSON the runtime wraps each line, and CloudWatch would no longer find the metrics in them.
            LoggingConfig = new Aws.Lambda.Inputs.FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = LogGroup.Name },
        };
        if (args.ReservedConcurrency is { } reserved)
        {
            function.ReservedConcurrentExecutions = reserved;
        }

        // Without its permissions a function fails at its first call. Without its log group, Lambda would make one that keeps logs for
        // ever.
        return new(name, function, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
    }

    // Beside the function and not below it, where the first deployments made it: Lambda refuses a second mapping of the same queue and
    // function.
    private void Consume(QueueSource source, Resource parent)
    {
        var mapping = new Aws.Lambda.EventSourceMappingArgs
        {
            EventSourceArn = source.Queue.Queue.Arn,
            FunctionName = Function.Arn,
            BatchSize = source.BatchSize,
            FunctionResponseTypes = "ReportBatchItemFailures",
            ScalingConfig = new Aws.Lambda.Inputs.EventSourceMappingScalingConfigArgs { MaximumConcurrency = source.MaximumConcurrency },
        };
        if (source.WindowSeconds is { } seconds)
        {
            mapping.MaximumBatchingWindowInSeconds = seconds;
        }

        _ = new Aws.Lambda.EventSourceMapping(source.Name, mapping, new CustomResourceOptions { Parent = parent });
    }

    private void Watch(string metric, string name, string description) => ThresholdAlarm.AboveZero(
        name, description, new("AWS/Lambda", metric, "Sum", new InputMap<string> { { "FunctionName", Function.Name } }), this);

    private static InputMap<string> Variables(IReadOnlyList<Grant> grants)
    {
        var variables = new InputMap<string> { { "STACK", Deployment.Instance.StackName } };
        foreach (var (name, value) in grants.SelectMany(grant => grant.Environment))
        {
            variables.Add(name, value);
        }

        return variables;
    }

    private IEnumerable<Statement> Statements(HandlerFunctionArgs args) =>
    [
        new("WriteLog") { Actions = ["logs:CreateLogStream", "logs:PutLogEvents"], Resources = [Output.Format($"{LogGroup.Arn}:*")] },
        .. args.Source is { } source ? [source.Statement] : Array.Empty<Statement>(),
        .. args.Grants.SelectMany(grant => grant.Statements),
    ];
}
