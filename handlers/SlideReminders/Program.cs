using Engagement.Aws.Functions;
using Engagement.Aws.Reminders;
using Engagement.Definitions;
using Engagement.Pinpoint.Reminders;
using Engagement.Reminders;
using SlideReminders;

await FunctionHost.RunAsync<ScheduledEvent, SlideAnswer, LambdaJsonContext>(host =>
{
    var ledger = DynamoDbReminderLedger.Open(host);
    var catalog = DeployedDefinitions.Reminders.Read();
    return new SlideRemindersHandler(
        new ReminderSweep(catalog, ledger, PinpointReminderSegments.Open(host), host.Log, host.Metrics)).HandleAsync;
});
