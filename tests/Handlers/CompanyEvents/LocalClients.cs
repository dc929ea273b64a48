using Amazon.DynamoDBv2;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.StepFunctions;
using Engagement.Aws;
using Handlers.Tests.AwsSdk;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Clients of the services that company events need, which talk to a service on this machine.</summary>
internal static class LocalClients
{
    public static AmazonDynamoDBClient DynamoDb(LoopbackService service) => new(Keys, Configured(new AmazonDynamoDBConfig(), service));

    public static AmazonKinesisFirehoseClient Firehose(LoopbackService service) =>
        new(Keys, Configured(new AmazonKinesisFirehoseConfig(), service));

    public static AmazonSQSClient Sqs(LoopbackService service) => new(Keys, Configured(new AmazonSQSConfig(), service));

    public static AmazonStepFunctionsClient StepFunctions(LoopbackService service) =>
        new(Keys, Configured(new AmazonStepFunctionsConfig(), service));

    public static AwsCalls Calls(this Telemetry telemetry) => new(telemetry.Time, telemetry.Metrics);

    private static BasicAWSCredentials Keys => new(Clients.AccessKeyId, Clients.SecretKey);

    private static T Configured<T>(T config, LoopbackService service)
        where T : ClientConfig
    {
        config.ServiceURL = service.Url;
        config.AuthenticationRegion = Clients.Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}
