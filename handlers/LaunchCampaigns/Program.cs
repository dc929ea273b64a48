using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Ledger;
using Engagement.Aws.Queues;
using Engagement.CompanyEvents.Launching;
using Engagement.CompanyEvents.Runs;
using Engagement.Definitions;
using Engagement.Pinpoint.Campaigns;
using Engagement.Pinpoint.Journeys;
using Engagement.Ses.Campaigns;
using LaunchCampaigns;

await FunctionHost.RunAsync<JsonElement, LaunchAnswer, LambdaJsonContext>(host =>
{
    var catalog = DeployedDefinitions.Announcements.Read();
    var ledger = DynamoDbLedger.Open(host);
    var (campaigns, reasons, retries) = host.Environment.OneOf<(ICampaigns, LaunchReasons, IRetryQueue?)>(
        "PLATFORM",
        ("pinpoint", () => (PinpointCampaigns.Open(host), new LaunchReasons(JourneyCall.ReadLaunch), SqsRetryQueue.Open(host))),
        ("ses", () => (OpenRuns(host), new LaunchReasons(static _ => null), null)));
    var launcher = new ExactlyOnceLauncher(ledger, campaigns, host.Time, host.Log, host.Metrics);
    var events = new EventLauncher(ledger, launcher, host.Time, host.Log, host.Metrics);
    return new LaunchCampaignsHandler(catalog, reasons, events, retries, host.Log, host.Metrics).HandleAsync;
});

static RunCampaigns OpenRuns(FunctionHost host)
{
    var runs = DynamoDbCampaignRuns.Open(host);
    return new RunCampaigns(runs, new RunStarter(runs, SqsShareQueue.Open(host), host.Log), host.Time);
}
