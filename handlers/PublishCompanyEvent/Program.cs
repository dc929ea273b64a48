using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Ledger;
using Engagement.Aws.Queues;
using Engagement.Aws.StateMachines;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions;
using Engagement.Pinpoint.Journeys;
using PublishCompanyEvent;

await FunctionHost.RunAsync<JsonElement, GatewayAnswer?, LambdaJsonContext>(host =>
{
    var catalog = DeployedDefinitions.Announcements.Read();
    var publisher = new CompanyEventPublisher(
        DynamoDbLedger.Open(host),
        host.Environment.OneOf<ILaunchTrigger>(
            "PLATFORM",
            ("pinpoint", () => JourneyLaunchTrigger.Open(host)),
            ("ses", () => QueueLaunchTrigger.Open(host))),
        StateMachineLaunchTrigger.Open(host),
        host.Log,
        host.Metrics);
    return new PublishCompanyEventHandler(new CompanyEventRules(catalog), publisher, host.Time).HandleAsync;
});
