using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Ledger;
using Engagement.Aws.Queues;
using Engagement.CompanyEvents.Launching;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Pinpoint.Campaigns;
using Engagement.Pinpoint.Journeys;
using LaunchCampaigns;

await FunctionHost.RunAsync<JsonElement, LaunchAnswer, LambdaJsonContext>(host =>
{
    var settings = Settings.Read(host.Environment);
    var catalog = DeployedDefinitions.Read("announcements.json", AnnouncementsJson.Default.AnnouncementCatalog);
    var ledger = DynamoDbLedger.Open(host, settings.LedgerTable);
    var campaigns = new ExactlyOnceLauncher(ledger, PinpointCampaigns.Open(host), host.Time, host.Log, host.Metrics);
    var events = new EventLauncher(ledger, campaigns, host.Time, host.Log, host.Metrics);
    var retries = SqsRetryQueue.Open(host, settings.RetryQueueUrl);
    return new LaunchCampaignsHandler(
        catalog, new LaunchReasons(JourneyCall.ReadLaunch), events, retries, host.Log, host.Metrics).HandleAsync;
});
