using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Aws.Functions;
using Engagement.Aws.Reminders;
using Engagement.Definitions;
using Engagement.Pinpoint.Journeys;
using Engagement.Reminders;
using SelectReminders;

await FunctionHost.RunAsync<JsonElement, JsonObject, LambdaJsonContext>(host =>
{
    var ledger = DynamoDbReminderLedger.Open(host);
    var catalog = DeployedDefinitions.Reminders.Read();
    var zone = DeployedDefinitions.TrackingPlan.Read().Zone;
    return new ReminderJourney(new CustomerSelector(catalog, zone, ledger, host.Log, host.Metrics)).AnswerAsync;
});
