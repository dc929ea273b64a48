using System.Security.Cryptography;
using System.Text;
using Engagement.Infra.Gateway;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// <c>POST /company-events</c>: the way in for whoever would rather call than put events on a bus. An API of its own, beside the pixel's, which
/// is open to everybody: here callers sign their requests, and IAM decides who may.
/// </summary>
internal sealed class CompanyEventsApi : ComponentResource
{
    // The role that called, since callers are roles and not visitors, and nothing of the event: the publisher's log has the event's id.
    private const string AccessLogFormat =
        """{"requestId":"$context.requestId","at":"$context.requestTimeEpoch","method":"$context.httpMethod","path":"$context.resourcePath","status":"$context.status","latency":"$context.responseLatency","functionStatus":"$context.integration.status","error":"$context.error.responseType","caller":"$context.identity.userArn"}""";

    private const string StageName = "v1";

    private const string Path = "company-events";

    public CompanyEventsApi(string name, CompanyEventsArgs args, Aws.Lambda.Function publisher, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEventsApi", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var definition = publisher.Arn.Apply(DefinitionFor);
        var api = new Aws.ApiGateway.RestApi(name, new()
        {
            Description = "Takes events of the whole company from callers that AWS knows",
            Body = definition,
            EndpointConfiguration = new Aws.ApiGateway.Inputs.RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
        }, asChild);
        var deployment = new Aws.ApiGateway.Deployment($"{name}-deployment", new()
        {
            RestApi = api.Id,
            // A stage serves the deployment's snapshot, not the API: a changed definition needs a new deployment.
            Triggers = { { "definition", definition.Apply(Sha256) } },
        }, asChild);
        var permission = new Aws.Lambda.Permission($"{name}-permission", new()
        {
            Action = "lambda:InvokeFunction",
            Function = publisher.Name,
            Principal = "apigateway.amazonaws.com",
            SourceArn = Output.Format($"{api.ExecutionArn}/{StageName}/POST/{Path}"),
        }, asChild);
        var stage = CreateStage(name, args, api, deployment, permission);
        Throttle(name, args, stage, asChild);
        Url = Output.Format($"{stage.InvokeUrl}/{Path}");
        RegisterOutputs();
    }

    /// <summary>Where events are posted to.</summary>
    public Output<string> Url { get; }

    private Aws.ApiGateway.Stage CreateStage(
        string name, CompanyEventsArgs args, Aws.ApiGateway.RestApi api, Aws.ApiGateway.Deployment deployment, Aws.Lambda.Permission permission)
    {
        var accessLog = new Aws.CloudWatch.LogGroup($"{name}-access-log", new()
        {
            NamePrefix = $"/aws/apigateway/{Pulumi.Deployment.Instance.StackName}-{name}-",
            RetentionInDays = args.Settings.Handlers.LogRetentionDays,
        }, new CustomResourceOptions { Parent = this });
        var options = new CustomResourceOptions { Parent = this, DependsOn = { permission } };
        if (args.GatewayAccount is { } account)
        {
            options.DependsOn.Add(account);
        }

        return new Aws.ApiGateway.Stage($"{name}-stage", new()
        {
            RestApi = api.Id,
            Deployment = deployment.Id,
            StageName = StageName,
            AccessLogSettings = new Aws.ApiGateway.Inputs.StageAccessLogSettingsArgs { DestinationArn = accessLog.Arn, Format = AccessLogFormat },
        }, options);
    }

    private static void Throttle(string name, CompanyEventsArgs args, Aws.ApiGateway.Stage stage, CustomResourceOptions asChild) =>
        _ = new Aws.ApiGateway.MethodSettings($"{name}-throttling", new()
        {
            RestApi = stage.RestApi,
            StageName = stage.StageName,
            MethodPath = "*/*",
            Settings = new Aws.ApiGateway.Inputs.MethodSettingsSettingsArgs
            {
                ThrottlingRateLimit = args.Settings.CompanyEvents.RateLimit,
                ThrottlingBurstLimit = args.Settings.CompanyEvents.BurstLimit,
                MetricsEnabled = true,
                // Execution logs would hold the events.
                LoggingLevel = "OFF",
                DataTraceEnabled = false,
            },
        }, asChild);

    // arn:aws:lambda:<region>:<account>:function:<name>
    private static string DefinitionFor(string functionArn) => ApiDocument.Body(
        "CompanyEvents/Route", new Dictionary<string, string> { ["region"] = functionArn.Split(':')[3], ["functionArn"] = functionArn });

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
