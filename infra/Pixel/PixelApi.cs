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
    public PixelApi(
        string name,
        Aws.Sqs.Queue queue,
        PixelSettings settings,
        HandlerSettings handlers,
        FirewallSettings? firewall,
        ComponentResourceOptions? options = null)
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
        Account = settings.ManageGatewayAccount
            ? new GatewayAccount($"{name}-account", new ComponentResourceOptions { Parent = this })
            : null;
        Stage = new RestApiStage(name, new()
        {
            Api = Api,
            Definition = definition,
            AccessLog = AccessLogFormat.ForQueue,
            LogRetentionDays = handlers.LogRetentionDays,
            RateLimit = settings.RateLimit,
            BurstLimit = settings.BurstLimit,
            DependsOn = [Account],
        }, this).Stage;
        ThresholdAlarm.AboveZero(
            $"{name}-5xx",
            "The pixel answers errors: requests are not stored, and browsers do not repeat them. Read the access log for the queue's"
                + " status."
                + " Then check the policies of queue and gateway, and AWS's health page.",
            new("AWS/ApiGateway", "5XXError", "Sum", new InputMap<string> { { "ApiName", Api.Name }, { "Stage", Stage.StageName } }),
            this);
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
    public GatewayAccount? Account { get; }

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

    private static string DefinitionFor(string queueArn, string roleArn)
    {
        // arn:aws:sqs:<region>:<account>:<name>
        var queue = queueArn.Split(':');
        return PixelApiDefinition.Body(new() { Region = queue[3], Account = queue[4], QueueName = queue[5], GatewayRoleArn = roleArn });
    }
}
