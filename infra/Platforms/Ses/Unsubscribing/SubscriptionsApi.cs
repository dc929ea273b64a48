using System.Collections.Immutable;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Gateway;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Unsubscribing;

/// <summary>
/// <c>/unsubscribe</c>, where the links of messages lead. A <c>GET</c> shows a page, by a function that cannot change anything. A
/// <c>POST</c> is stored in a queue before it is answered; no code of ours runs in between.
/// </summary>
internal sealed class SubscriptionsApi : ComponentResource
{
    private const string Path = "unsubscribe";

    // A million messages in a day bring some dozen readers a second at most. More is a program that tries links out.
    private const int RequestsPerSecond = 100;
    private const int RequestsAtOnce = 200;

    public SubscriptionsApi(
        string name,
        HandlerFunction page,
        Aws.Sqs.Queue queue,
        HandlerSettings handlers,
        ApiDomainSettings? domain,
        Resource? gatewayAccount,
        ComponentResourceOptions? options = null)
        : base("engagement:ses:SubscriptionsApi", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var role = CreateGatewayRole(name, queue);
        var definition = Output.Tuple(queue.Arn, role.Arn, page.Function.Arn)
            .Apply(arns => DefinitionFor(arns.Item1, arns.Item2, arns.Item3));
        var api = new Aws.ApiGateway.RestApi(name, new()
        {
            Description = "Shows customers what they are subscribed to, and stores what they choose",
            Body = definition,
            EndpointConfiguration = new Aws.ApiGateway.Inputs.RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
        }, asChild);
        var permission = new Aws.Lambda.Permission($"{name}-permission", new()
        {
            Action = "lambda:InvokeFunction",
            Function = page.Function.Name,
            Principal = "apigateway.amazonaws.com",
            SourceArn = Output.Format($"{api.ExecutionArn}/{RestApiStage.Name}/GET/{Path}"),
        }, asChild);
        var stage = new RestApiStage(name, new()
        {
            Api = api,
            Definition = definition,
            AccessLog = AccessLogFormat.ForQueue,
            LogRetentionDays = handlers.LogRetentionDays,
            RateLimit = RequestsPerSecond,
            BurstLimit = RequestsAtOnce,
            DependsOn = [permission, gatewayAccount],
        }, this).Stage;
        DeclareAlarm(name, api, stage);
        var own = domain is null ? null : new ApiDomain($"{name}-domain", domain, api, stage, this);
        Url = Output.Format($"{own?.Url ?? stage.InvokeUrl}/{Path}");
        MissingRecords = own?.MissingRecords ?? Output.Create(ImmutableArray<string>.Empty);
        RegisterOutputs();
    }

    /// <summary>Where links lead, without their query.</summary>
    public Output<string> Url { get; }

    /// <summary>The records that the operator has to make for the links' domain.</summary>
    public Output<ImmutableArray<string>> MissingRecords { get; }

    private void DeclareAlarm(string name, Aws.ApiGateway.RestApi api, Aws.ApiGateway.Stage stage) => ThresholdAlarm.AboveZero(
        $"{name}-5xx",
        "Customers who unsubscribe get errors: their choice is not stored, or the page is not shown. Mail programs may not try again."
            + " Read the access log for the queue's status, and the log of show-subscriptions. Then check policies, and AWS's health page.",
        new("AWS/ApiGateway", "5XXError", "Sum", new InputMap<string> { { "ApiName", api.Name }, { "Stage", stage.StageName } }),
        this);

    private Aws.Iam.Role CreateGatewayRole(string name, Aws.Sqs.Queue queue) => ServiceRole.Create(
        name,
        Statement.TrustApiGateway(),
        this,
        new Statement("StoreChoice") { Actions = ["sqs:SendMessage"], Resources = [queue.Arn] }).Role;

    private static string DefinitionFor(string queueArn, string roleArn, string functionArn)
    {
        // arn:aws:sqs:<region>:<account>:<name>
        var queue = queueArn.Split(':');
        return ApiDocument.Body("Platforms/Ses/Unsubscribing", new Dictionary<string, string>
        {
            ["region"] = queue[3],
            ["account"] = queue[4],
            ["queueName"] = queue[5],
            ["gatewayRoleArn"] = roleArn,
            ["functionArn"] = functionArn,
        });
    }
}
