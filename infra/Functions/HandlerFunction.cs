using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Functions;

/// <summary>One Lambda function from one handler project, with a role of its own and a log group that does not grow for ever.</summary>
internal sealed class HandlerFunction : ComponentResource
{
    public HandlerFunction(string name, HandlerFunctionArgs args, ComponentResourceOptions? options = null)
        : base("engagement:functions:HandlerFunction", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        LogGroup = new Aws.CloudWatch.LogGroup($"{name}-log", new()
        {
            NamePrefix = $"/aws/lambda/{Deployment.Instance.StackName}-{name}-",
            RetentionInDays = args.Settings.LogRetentionDays,
        }, asChild);
        Role = new Aws.Iam.Role($"{name}-role", new()
        {
            AssumeRolePolicy = PolicyDocument.Allow(Statement.Trust("lambda.amazonaws.com", Arn.Account(LogGroup.Arn))),
        }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{name}-policy", new()
        {
            Role = Role.Id,
            Policy = PolicyDocument.Allow([WriteLog(), .. args.Statements]),
        }, asChild);
        Function = CreateFunction(name, args, policy);
        Watch("Errors", $"{name}-errors", $"{name} fails: see its log. What it could not do is tried again.");
        Watch("Throttles", $"{name}-throttles", $"Lambda refuses calls of {name}, because as many run at once as may: see the function's reserved concurrency, and the account's quota of concurrent executions. What was refused is tried again.");
        RegisterOutputs();
    }

    public Aws.Lambda.Function Function { get; }

    public Aws.Iam.Role Role { get; }

    public Aws.CloudWatch.LogGroup LogGroup { get; }

    private Aws.Lambda.Function CreateFunction(string name, HandlerFunctionArgs args, Resource policy)
    {
        var function = new Aws.Lambda.FunctionArgs
        {
            Runtime = args.Settings.Packaging.Runtime,
            Handler = args.Settings.Packaging.EntryPoint(args.Handler),
            Code = args.Settings.Artifacts.Of(args.Handler, args.Settings, args.Definitions),
            Architectures = args.Settings.Architecture,
            MemorySize = args.Settings.MemoryMegabytes,
            Timeout = args.TimeoutSeconds,
            Role = Role.Arn,
            Environment = new Aws.Lambda.Inputs.FunctionEnvironmentArgs { Variables = args.Environment },
            // Text, because in JSON the runtime wraps each line, and CloudWatch would no longer find the metrics in them.
            LoggingConfig = new Aws.Lambda.Inputs.FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = LogGroup.Name },
        };
        if (args.ReservedConcurrency is { } reserved)
        {
            function.ReservedConcurrentExecutions = reserved;
        }

        // Without its permissions a function fails at its first call, and with its log group missing Lambda would make one that keeps logs for ever.
        return new(name, function, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
    }

    private void Watch(string metric, string name, string description) => _ = new AboveZeroAlarm(name, new()
    {
        Description = description,
        Namespace = "AWS/Lambda",
        Metric = metric,
        Statistic = "Sum",
        Dimensions = new InputMap<string> { { "FunctionName", Function.Name } },
    }, new ComponentResourceOptions { Parent = this });

    private Statement WriteLog() => new("WriteLog")
    {
        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resources = [Output.Format($"{LogGroup.Arn}:*")],
    };
}
