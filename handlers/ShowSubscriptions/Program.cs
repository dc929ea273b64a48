using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Secrets;
using Engagement.Consent;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Ses.Consent;
using ShowSubscriptions;

await FunctionHost.RunAsync<JsonElement, GatewayAnswer, LambdaJsonContext>(host =>
{
    var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
    var reader = new SubscriptionsReader(new(keys), DeployedDefinitions.Topics.Read(), DynamoDbConsents.Open(host));
    return new ShowSubscriptionsHandler(reader).HandleAsync;
});
