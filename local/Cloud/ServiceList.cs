using Engagement.Local.ApiGateway;
using Engagement.Local.CloudWatch;
using Engagement.Local.DynamoDb;
using Engagement.Local.EventBridge;
using Engagement.Local.EventSources;
using Engagement.Local.Firehose;
using Engagement.Local.Lambda;
using Engagement.Local.Pinpoint;
using Engagement.Local.S3;
using Engagement.Local.SecretsManager;
using Engagement.Local.Ses;
using Engagement.Local.Sms;
using Engagement.Local.Sns;
using Engagement.Local.Sqs;
using Engagement.Local.StepFunctions;

namespace Engagement.Local.Cloud;

/// <summary>
/// The services of which a local cloud consists. A new service is one line here. What it answers, declares, allows, measures and disposes
/// of, its interfaces say (<c>IAwsService</c>, <c>IResourceProvider</c>, <c>IResourcePolicies</c>, <c>IMetricSource</c>,
/// <c>IDisposable</c>).
/// </summary>
internal static class ServiceList
{
    /// <summary>Starts each service. A service finds those above it by <see cref="LocalCloud.Service{T}"/>.</summary>
    public static IReadOnlyList<Func<LocalCloud, object>> All { get; } =
    [
        cloud => cloud.Roles,
        cloud => new RecordedResources(cloud.Context),
        cloud => new Logs(cloud.Context),
        cloud => new LambdaService(cloud.Context, cloud.Endpoint, cloud.Roles, cloud.Credentials, cloud.Service<Logs>(), cloud.Faults),
        cloud => new SqsService(cloud.Context),
        cloud => new PinpointService(
            cloud.Context, cloud.Endpoint, cloud.Service<LambdaService>(), callers: TimeProvider.System, logs: cloud.Service<Logs>()),
        cloud => new SecretsManagerService(cloud.Context),
        cloud => new DynamoDbService(cloud.Context),
        cloud => new StepFunctionsService(cloud.Context, cloud.Endpoint, cloud.Roles, cloud.Service<Logs>()),
        cloud => new SnsService(cloud.Context, cloud.Endpoint),
        cloud => new Buckets(cloud.Context, cloud.Endpoint),
        cloud => new FirehoseService(
            cloud.Context, cloud.Service<Buckets>(), cloud.Roles, cloud.Service<Logs>(), callers: TimeProvider.System),
        cloud => new SesService(cloud.Context, cloud.Endpoint, callers: TimeProvider.System),
        cloud => new SmsService(cloud.Context, cloud.Endpoint),
        cloud => new EventBridgeService(cloud.Context, cloud.Endpoint),
        cloud => new EventSourceMappings(
            cloud.Context,
            cloud.Endpoint,
            cloud.Service<LambdaService>(),
            cloud.Service<SqsService>(),
            new(cloud.Context.Clock, () => cloud.Calls.Count, () => cloud.Service<Logs>().Written)),
        cloud => new RestApis(cloud.Context, cloud.Endpoint, cloud.Service<Logs>(), cloud.Roles, cloud.CallerOf),
    ];
}
