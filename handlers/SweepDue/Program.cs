using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Journeys;
using Engagement.Aws.Queues;
using Engagement.Aws.Reminders;
using Engagement.CompanyEvents.Runs;
using Engagement.Definitions;
using Engagement.Journeys;
using Engagement.Reminders;
using Engagement.Reminders.Shares;
using Engagement.Ses.Campaigns;
using SweepDue;

await FunctionHost.RunAsync<JsonElement, SweepAnswer, LambdaJsonContext>(host =>
{
    var runs = DynamoDbCampaignRuns.Open(host);
    var starter = new RunStarter(runs, SqsShareQueue.Open(host), host.Log);
    var announcements = DeployedDefinitions.Announcements.Read();
    var scheduled = new ScheduledRuns(announcements, runs, host.Time, host.Log, host.Metrics);
    var due = new DueRuns(announcements, runs, starter, host.Time, host.Log, host.Metrics);
    var reminders = new ReminderSweep(
        DeployedDefinitions.Reminders.Read(),
        DynamoDbReminderLedger.Open(host),
        new SharedHours(SqsReminderQueue.Open(host)),
        host.Log,
        host.Metrics);
    var customers = DynamoDbCustomerJourneys.Open(host);
    var journeys = new JourneySweep(customers, SqsJourneyQueue.Open(host), host.Time, host.Metrics);
    var census = new JourneyCensus(customers, host.Time, host.Log, host.Metrics);
    Sweep[] sweeps =
    [
        new("scheduledCampaigns", scheduled.MakeAsync),
        new("dueCampaigns", due.StartAsync),
        new("reminders", deadline => reminders.SweepAsync(HourSlot.From(host.Time.GetUtcNow()), deadline.Cancellation)),
        new("journeys", journeys.SweepAsync),
        new("customersAtSteps", census.CountAsync),
    ];
    return new SweepDueHandler(sweeps, host.Log, host.Metrics).HandleAsync;
});
