using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Secrets;
using Engagement.Consent;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Identity;
using Engagement.Ses.Consent;
using Unsubscribe;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
        var recorder = new UnsubscribeRecorder(
            new(keys), DeployedDefinitions.Topics.Read(), DynamoDbConsents.Open(host), host.Log, host.Metrics);
        return new UnsubscribeHandler(recorder).HandleAsync;
    },
    Deadline.ShortReserve);
