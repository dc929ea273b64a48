using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Ledger;
using Engagement.Aws.Queues;
using Engagement.CompanyEvents.Launching;
using Engagement.Definitions;
using Engagement.Pinpoint.Campaigns;
using Engagement.Pinpoint.Journeys;
using LaunchCampaigns;

await FunctionHost.RunAsync<JsonElement, LaunchAnswer, LambdaJsonContext>(host =>
{
    var catalog = DeployedDefinitions.Announcements.Read();
    var ledger = DynamoDbLedger.Open(host);
    var campaigns = new ExactlyOnceLauncher(ledger, PinpointCampaigns.Open(host), host.Time, host.Log, host.Metrics);
    var events = new EventLauncher(ledger, campaigns, host.Time, host.Log, host.Metrics);
    var retries = SqsRetryQueue.Open(host);
    return new LaunchCampaignsHandler(
        catalog, new LaunchReasons(JourneyCall.ReadLaunch), events, retries, host.Log, host.Metrics).HandleAsync;
});
