using Engagement.Infra.Gateway;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// <c>POST /company-events</c>: the way in for callers that do not put events on a bus. The API stands beside the pixel's, which is open to
/// all: here callers sign their requests, and IAM decides which may.
/// </summary>
internal sealed class CompanyEventsApi : ComponentResource
{
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
        var permission = new Aws.Lambda.Permission($"{name}-permission", new()
        {
            Action = "lambda:InvokeFunction",
            Function = publisher.Name,
            Principal = "apigateway.amazonaws.com",
            SourceArn = Output.Format($"{api.ExecutionArn}/{RestApiStage.Name}/POST/{Path}"),
        }, asChild);
        var stage = new RestApiStage(name, new()
        {
            Api = api,
            Definition = definition,
            AccessLog = AccessLogFormat.ForFunction,
            LogRetentionDays = args.Settings.Handlers.LogRetentionDays,
            RateLimit = args.Settings.CompanyEvents.RateLimit,
            BurstLimit = args.Settings.CompanyEvents.BurstLimit,
            DependsOn = [permission, args.GatewayAccount],
        }, this).Stage;
        Url = Output.Format($"{stage.InvokeUrl}/{Path}");
        RegisterOutputs();
    }

    /// <summary>Where events are posted to.</summary>
    public Output<string> Url { get; }

    // arn:aws:lambda:<region>:<account>:function:<name>
    private static string DefinitionFor(string functionArn) => ApiDocument.Body(
        "CompanyEvents/Route", new Dictionary<string, string> { ["region"] = functionArn.Split(':')[3], ["functionArn"] = functionArn });
}
