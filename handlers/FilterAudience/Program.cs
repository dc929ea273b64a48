using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Aws.Functions;
using Engagement.Aws.Ledger;
using Engagement.Aws.Queues;
using Engagement.CompanyEvents.Audiences;
using Engagement.Definitions;
using Engagement.Pinpoint.Campaigns;
using FilterAudience;

await FunctionHost.RunAsync<JsonElement, JsonObject, LambdaJsonContext>(host =>
{
    var catalog = DeployedDefinitions.Announcements.Read();
    var rules = new HookRules(PinpointCampaignTags.Open(host), new AudienceRules(DynamoDbLedger.Open(host), catalog));
    var audience = new CampaignAudience(SqsWriteQueue.Open(host), host.Time, host.Log, host.Metrics);
    return new HookResponder(rules, audience, host.Log).AnswerAsync;
});
