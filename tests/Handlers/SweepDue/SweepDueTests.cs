using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Runs;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using SweepDue;

namespace Handlers.Tests.CompanyEvents;

public class SweepDueTests
{
    private readonly Telemetry telemetry = new();
    private readonly FakeRuns runs = new();
    private readonly FakeShareQueue queue = new();
    private ScheduledRuns? scheduled;
    private string at = "now";

    private DateTimeOffset Now => telemetry.Time.GetUtcNow();

    [Fact]
    public async Task A_run_begins_when_it_is_due_and_once()
    {
        await CreateAsync("release.later.r1", Now.AddHours(1));
        await SweepAsync();
        Assert.DoesNotContain("release.later.r1", queue.Sent.Select(each => each.Message.Run));
        telemetry.Time.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        await SweepAsync();
        Assert.Equal(
            Enumerable.Range(0, CampaignRun.ShareCount),
            queue.Sent.Where(each => each.Message.Run == "release.later.r1").Select(each => each.Message.Share));
    }

    [Fact]
    public async Task A_crash_between_beginning_and_queueing_is_made_up_for()
    {
        await CreateAsync("release.later.r1", Now);
        queue.Down = true;
        await SweepAsync();
        Assert.Equal(2, telemetry.Metric("RunStartsFailed"));
        queue.Sent.Clear();
        queue.Down = false;
        await SweepAsync();
        Assert.Equal(CampaignRun.ShareCount, queue.Sent.Count(each => each.Message.Run == "release.later.r1"));
    }

    [Fact]
    public async Task A_run_that_fails_keeps_none_of_the_others_and_the_sweep_tries_it_again()
    {
        await CreateAsync("release.later.r1", Now.AddMinutes(-1));
        await CreateAsync("release.later.r2", Now);
        runs.Beginning = name =>
        {
            if (name == "release.later.r1")
            {
                FakeRuns.Fail();
            }
        };
        await SweepAsync();
        Assert.Equal([RunState.Waiting, RunState.Sending], new[] { "r1", "r2" }.Select(id => runs[$"release.later.{id}"].State));
        runs.Beginning = _ => { };
        await SweepAsync();
        Assert.Equal(RunState.Sending, runs["release.later.r1"].State);
    }

    [Fact]
    public async Task An_announcement_with_a_date_makes_its_runs_when_each_is_due_and_never_again()
    {
        at = "2026-02-01T10:00:00Z";
        await SweepAsync();
        Assert.Empty(runs.Names);
        telemetry.Time.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        await SweepAsync();
        Assert.Equal(["sale.first"], runs.Names);
        Assert.Equal(RunState.Sending, runs["sale.first"].State);
        telemetry.Time.Advance(TimeSpan.FromDays(2));
        await SweepAsync();
        Assert.Equal(["sale.first", "sale.second"], runs.Names);
        Assert.Equal(2, runs.Creations);
    }

    [Fact]
    public async Task An_announcement_of_now_is_sent_when_it_is_deployed()
    {
        await SweepAsync();
        Assert.Equal(["sale.first"], runs.Names);
        Assert.Equal(CampaignRun.ShareCount, queue.Sent.Count);
    }

    [Fact]
    public async Task A_date_that_is_more_than_a_day_past_is_not_sent_and_told_of_once()
    {
        at = "2026-01-30T09:59:59Z";
        await SweepAsync();
        scheduled = null;
        await SweepAsync();
        Assert.Equal((RunState.Invalid, "tooLate"), (runs["sale.first"].State, runs["sale.first"].Problem));
        Assert.Empty(queue.Sent);
        Assert.Equal(1, telemetry.Metric("CampaignsTooLate"));
        Assert.Single(telemetry.Lines("tooLate"));
    }

    [Fact]
    public async Task A_sweep_that_fails_keeps_none_of_the_others_and_fails_the_function()
    {
        var ran = new List<string>();
        var handler = new SweepDueHandler(
            [
                new("one", _ => throw new ServiceException(ServiceFailure.Failed, "Ledger: TaskCanceledException")),
                new("two", _ =>
                {
                    ran.Add("two");
                    return Task.CompletedTask;
                }),
            ],
            telemetry.Log,
            telemetry.Metrics);
        using var deadline = telemetry.Deadline();
        await Assert.ThrowsAsync<ServiceException>(() => handler.HandleAsync(default, deadline));
        Assert.Equal(["two"], ran);
        Assert.Equal("one", (string?)telemetry.Lines("sweepFailed").Single()["sweep"]);
        Assert.Equal(0, telemetry.Metric("DueSweeps"));
    }

    private AnnouncementCatalog Catalog => AnnouncementCatalog.Parse(
        $$"""
        announcements:
          sale:
            via: schedule
            at: {{at}}
            campaigns:
              - { name: first, segment: premium, template: new }
              {{(at == "now" ? "" : "- { name: second, segment: premium, template: new, after: P2D }")}}
        """,
        "announcements.yaml");

    private async Task CreateAsync(string name, DateTimeOffset due) =>
        Assert.True(await runs.TryCreateAsync(new() { Identity = CampaignIdentity.FromName(name)!, Due = due }, default));

    private async Task SweepAsync()
    {
        scheduled ??= new(Catalog, runs, telemetry.Time, telemetry.Log, telemetry.Metrics);
        var due = new DueRuns(Catalog, runs, new(runs, queue, telemetry.Log), telemetry.Time, telemetry.Log, telemetry.Metrics);
        using var deadline = telemetry.Deadline();
        var answer = await new SweepDueHandler(
            [new("scheduledCampaigns", scheduled.MakeAsync), new("dueCampaigns", due.StartAsync)], telemetry.Log, telemetry.Metrics)
            .HandleAsync(default, deadline);
        Assert.Equal(["scheduledCampaigns", "dueCampaigns"], answer.Swept);
    }
}
