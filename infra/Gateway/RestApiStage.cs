using System.Security.Cryptography;
using System.Text;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Gateway;

/// <summary>Puts a REST API into service: its deployment, the stage that serves it, the access log, and the throttling.</summary>
internal sealed class RestApiStage
{
    /// <summary>The stage's name, which is the first part of each path.</summary>
    public const string Name = "v1";

    /// <param name="name">Begins the names of resources.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="parent">Parent of the resources.</param>
    public RestApiStage(string name, RestApiStageArgs args, Resource parent)
    {
        var asChild = new CustomResourceOptions { Parent = parent };
        var deployment = new Aws.ApiGateway.Deployment($"{name}-deployment", new()
        {
            RestApi = args.Api.Id,
            // A stage serves the deployment's snapshot, not the API: a changed definition needs a new deployment.
            Triggers = { { "definition", args.Definition.Apply(Sha256) } },
        }, asChild);
        var accessLog = new Aws.CloudWatch.LogGroup($"{name}-access-log", new()
        {
            NamePrefix = $"/aws/apigateway/{Pulumi.Deployment.Instance.StackName}-{name}-",
            RetentionInDays = args.LogRetentionDays,
        }, asChild);
        Stage = new Aws.ApiGateway.Stage($"{name}-stage", new()
        {
            RestApi = args.Api.Id,
            Deployment = deployment.Id,
            StageName = Name,
            AccessLogSettings = new Aws.ApiGateway.Inputs.StageAccessLogSettingsArgs
            {
                DestinationArn = accessLog.Arn,
                Format = args.AccessLog.ToJson(),
            },
        }, new CustomResourceOptions { Parent = parent, DependsOn = args.DependsOn.OfType<Resource>().ToList() });
        Throttle(name, args, asChild);
    }

    public Aws.ApiGateway.Stage Stage { get; }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Throttle(string name, RestApiStageArgs args, CustomResourceOptions asChild) =>
        _ = new Aws.ApiGateway.MethodSettings($"{name}-throttling", new()
        {
            RestApi = args.Api.Id,
            StageName = Stage.StageName,
            MethodPath = "*/*",
            Settings = new Aws.ApiGateway.Inputs.MethodSettingsSettingsArgs
            {
                ThrottlingRateLimit = args.RateLimit,
                ThrottlingBurstLimit = args.BurstLimit,
                MetricsEnabled = true,
                // Execution logs would hold query strings and bodies: what visitors do, and what the company's events say.
                LoggingLevel = "OFF",
                DataTraceEnabled = false,
            },
        }, asChild);
}
