using System.Text.Json;
using Engagement.Aws.Functions;
using Engagement.Aws.Queues;
using Engagement.CompanyEvents.Runs;
using Engagement.Definitions;
using Engagement.Ses.Campaigns;
using SweepDue;

await FunctionHost.RunAsync<JsonElement, SweepAnswer, LambdaJsonContext>(host =>
{
    var runs = DynamoDbCampaignRuns.Open(host);
    var starter = new RunStarter(runs, SqsShareQueue.Open(host), host.Log);
    var scheduled = new ScheduledRuns(DeployedDefinitions.Announcements.Read(), runs, host.Time, host.Log, host.Metrics);
    var due = new DueRuns(runs, starter, host.Time, host.Log, host.Metrics);
    Sweep[] sweeps =
    [
        new("scheduledCampaigns", scheduled.MakeAsync),
        new("dueCampaigns", due.StartAsync),
    ];
    return new SweepDueHandler(sweeps, host.Log, host.Metrics).HandleAsync;
});
