using System.Security.Cryptography;
using System.Text;
using Engagement.Infra.Configuration;
using Engagement.Infra.Gateway;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Pixel;

/// <summary>
/// The REST API that a tag loads its image from. It stores the request in the queue and only then answers; no code of ours runs in between.
/// </summary>
internal sealed class PixelApi : ComponentResource
{
    // Everything that an operator needs, nothing about the visitor: no IP address, no user agent, and no query string, which holds all that a visitor did.
    private const string AccessLogFormat =
        """{"requestId":"$context.requestId","at":"$context.requestTimeEpoch","method":"$context.httpMethod","path":"$context.resourcePath","status":"$context.status","latency":"$context.responseLatency","queueStatus":"$context.integration.status","error":"$context.error.responseType"}""";

    private const string StageName = "v1";

    public PixelApi(string name, Aws.Sqs.Queue queue, PixelSettings settings, HandlerSettings handlers, FirewallSettings? firewall, ComponentResourceOptions? options = null)
        : base("engagement:pixel:PixelApi", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var role = CreateGatewayRole(name, queue, asChild);
        var definition = Output.Tuple(queue.Arn, role.Arn).Apply(arns => DefinitionFor(arns.Item1, arns.Item2));
        Api = new Aws.ApiGateway.RestApi(name, new()
        {
            Description = "Stores the events that a tag manager's image tags report",
            Body = definition,
            EndpointConfiguration = new Aws.ApiGateway.Inputs.RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
        }, asChild);
        var deployment = new Aws.ApiGateway.Deployment($"{name}-deployment", new()
        {
            RestApi = Api.Id,
            // A stage serves the deployment's snapshot, not the API: a changed definition needs a new deployment.
            Triggers = { { "definition", definition.Apply(Sha256) } },
        }, asChild);
        Stage = CreateStage(name, deployment, settings, handlers);
        _ = new Aws.ApiGateway.MethodSettings($"{name}-throttling", new()
        {
            RestApi = Api.Id,
            StageName = Stage.StageName,
            MethodPath = "*/*",
            Settings = new Aws.ApiGateway.Inputs.MethodSettingsSettingsArgs
            {
                ThrottlingRateLimit = settings.RateLimit,
                ThrottlingBurstLimit = settings.BurstLimit,
                MetricsEnabled = true,
                // Execution logs would hold query strings.
                LoggingLevel = "OFF",
                DataTraceEnabled = false,
            },
        }, asChild);
        _ = new AboveZeroAlarm($"{name}-5xx", new()
        {
            Description = "The pixel answers errors: requests are not stored, and browsers do not repeat them. See the access log for the queue's status, then the policies of queue and gateway, and AWS's health page.",
            Namespace = "AWS/ApiGateway",
            Metric = "5XXError",
            Statistic = "Sum",
            Dimensions = new InputMap<string> { { "ApiName", Api.Name }, { "Stage", Stage.StageName } },
        }, new ComponentResourceOptions { Parent = this });
        if (firewall is not null)
        {
            _ = new PixelFirewall($"{name}-firewall", firewall, Stage, new ComponentResourceOptions { Parent = this });
        }

        var address = settings.Domain is { } domain
            ? new PixelDomain($"{name}-domain", domain, Api, Stage, new ComponentResourceOptions { Parent = this }).Url
            : Stage.InvokeUrl;
        Url = Output.Format($"{address}/events");
        RegisterOutputs();
    }

    /// <summary>Where the image tag points, without its query.</summary>
    public Output<string> Url { get; }

    public Aws.ApiGateway.RestApi Api { get; }

    public Aws.ApiGateway.Stage Stage { get; }

    /// <summary>The account's role for logs, which every API that logs has to wait for; null where another stack has it.</summary>
    public GatewayAccount? Account { get; private set; }

    private static Aws.Iam.Role CreateGatewayRole(string name, Aws.Sqs.Queue queue, CustomResourceOptions asChild)
    {
        var role = new Aws.Iam.Role($"{name}-role", new()
        {
            AssumeRolePolicy = PolicyDocument.Allow(Statement.TrustApiGateway()),
        }, asChild);
        _ = new Aws.Iam.RolePolicy($"{name}-policy", new()
        {
            Role = role.Id,
            Policy = PolicyDocument.Allow(new Statement("StoreRequest") { Actions = ["sqs:SendMessage"], Resources = [queue.Arn] }),
        }, asChild);
        return role;
    }

    private Aws.ApiGateway.Stage CreateStage(
        string name, Aws.ApiGateway.Deployment deployment, PixelSettings settings, HandlerSettings handlers)
    {
        var accessLog = new Aws.CloudWatch.LogGroup($"{name}-access-log", new()
        {
            NamePrefix = $"/aws/apigateway/{Pulumi.Deployment.Instance.StackName}-{name}-",
            RetentionInDays = handlers.LogRetentionDays,
        }, new CustomResourceOptions { Parent = this });
        var options = new CustomResourceOptions { Parent = this };
        if (settings.ManageGatewayAccount)
        {
            Account = new GatewayAccount($"{name}-account", new ComponentResourceOptions { Parent = this });
            options.DependsOn.Add(Account);
        }

        return new Aws.ApiGateway.Stage($"{name}-stage", new()
        {
            RestApi = Api.Id,
            Deployment = deployment.Id,
            StageName = StageName,
            AccessLogSettings = new Aws.ApiGateway.Inputs.StageAccessLogSettingsArgs { DestinationArn = accessLog.Arn, Format = AccessLogFormat },
        }, options);
    }

    private static string DefinitionFor(string queueArn, string roleArn)
    {
        // arn:aws:sqs:<region>:<account>:<name>
        var queue = queueArn.Split(':');
        return PixelApiDefinition.Body(new() { Region = queue[3], Account = queue[4], QueueName = queue[5], GatewayRoleArn = roleArn });
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
