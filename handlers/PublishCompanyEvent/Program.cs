using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Ledger;
using Engagement.Aws.StateMachines;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Pinpoint.Journeys;
using PublishCompanyEvent;

await FunctionHost.RunAsync<JsonElement, GatewayAnswer?, LambdaJsonContext>(host =>
{
    var settings = Settings.Read(host.Environment);
    var catalog = DeployedDefinitions.Read("announcements.json", AnnouncementsJson.Default.AnnouncementCatalog);
    var publisher = new CompanyEventPublisher(
        DynamoDbLedger.Open(host, settings.LedgerTable),
        JourneyLaunchTrigger.Open(host),
        StateMachineLaunchTrigger.Open(host, settings.StateMachines),
        host.Log,
        host.Metrics);
    return new PublishCompanyEventHandler(new CompanyEventRules(catalog), publisher, host.Time).HandleAsync;
});
