using System.Text.Json;
using Engagement.CompanyEvents.Launching;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Pinpoint.Journeys;
using Engagement.Services;
using LaunchCampaigns;

namespace Handlers.Tests.CompanyEvents;

public class LaunchCampaignsTests
{
    private static readonly JsonElement Journey = Invocation.Json(
        """{"JourneyId":"j","Data":"release","ApplicationId":"app","Endpoints":{"company":{"User":{"UserAttributes":{"company_event_id":["r1"]}}}}}""");
    private static readonly JsonElement Retry = Invocation.Json(
        """{"Records":[{"messageId":"m","body":"{\"announcement\":\"release\"}"}]}""");
    private static readonly JsonElement Schedule = Invocation.Json("""{"detail-type":"Scheduled Event"}""");
    private static readonly AnnouncementCatalog Held = new()
    {
        Announcements = [.. Invocation.Catalog.Announcements.Select(each => each with { IsHeld = true })],
    };
    private readonly Telemetry telemetry = new();
    private readonly FakeLedger ledger = new();
    private readonly FakeCampaigns campaigns = new();
    private readonly FakeRetries retries = new();
    private AnnouncementCatalog catalog = Invocation.Catalog;

    private DateTimeOffset Now => telemetry.Time.GetUtcNow();

    [Fact]
    public async Task A_journey_launches_each_campaign_of_the_event_once_now_or_after_its_time()
    {
        await PublishAsync("r1");
        Assert.Equal("{}", Answer(await RunAsync(Journey)));
        await RunAsync(Journey);
        Assert.Equal(["release.premium.r1", "release.later.r1"], campaigns.Created.Select(each => each.Identity.Name));
        Assert.Equal([null, Now.AddDays(2)], campaigns.Created.Select(each => each.Due));
        Assert.True(ledger.IsCompleted("r1"));
        Assert.Empty(retries.Sent);
    }

    [Fact]
    public async Task Every_event_that_is_not_launched_is_whatever_the_trigger_was()
    {
        await PublishAsync("r1");
        await PublishAsync("r2");
        await RunAsync(Journey);
        Assert.Equal(4, campaigns.Created.Count);
    }

    [Fact]
    public async Task The_event_that_the_trigger_names_is_launched_though_the_index_lags()
    {
        await PublishAsync("r1");
        ledger.IndexLags = true;
        await RunAsync(Journey);
        Assert.Equal(2, campaigns.Created.Count);
    }

    [Fact]
    public async Task The_event_that_a_message_names_is_launched_though_the_index_lags()
    {
        await PublishAsync("r1");
        ledger.IndexLags = true;
        Assert.Equal(
            """{"batchItemFailures":[]}""",
            Answer(await RunAsync(Invocation.Json(
                """{"Records":[{"messageId":"m","body":"{\"announcement\":\"release\",\"events\":[\"r1\"]}"}]}"""))));
        Assert.Equal(2, campaigns.Created.Count);
    }

    [Fact]
    public async Task A_crash_between_creation_and_record_leaves_one_campaign()
    {
        await PublishAsync("r1");
        ledger.Replacing = to => Crash.If(to.State == LaunchState.Launched);
        await Assert.ThrowsAsync<Crash>(() => RunAsync(Journey));
        ledger.Replacing = _ => { };

        Assert.Single(campaigns.Created);
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m"}]}""", Answer(await RunAsync(Retry)));
        telemetry.Time.Advance(LaunchRules.Claim);
        Assert.Equal("""{"batchItemFailures":[]}""", Answer(await RunAsync(Retry)));
        Assert.Equal(["release.premium.r1", "release.later.r1"], campaigns.Created.Select(each => each.Identity.Name));
        Assert.Equal("c0", ledger["r1"].Campaigns["premium"].CampaignId);
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_one_campaign()
    {
        await PublishAsync("r1");
        campaigns.LosesAnswer = true;
        await RunAsync(Journey);
        Assert.Equal(LaunchState.Failed, ledger["r1"].Campaigns["premium"].State);
        Assert.Equal(["release"], retries.Sent);
        await RunAsync(Retry);
        Assert.Equal(2, campaigns.Created.Count);
        Assert.True(ledger.IsCompleted("r1"));
    }

    [Fact]
    public async Task A_campaign_that_fails_goes_to_the_queue_and_the_others_are_launched()
    {
        await PublishAsync("r1");
        campaigns.Creating = campaign => Fail(campaign.Identity.Campaign == "premium");
        await RunAsync(Journey);
        Assert.Equal(["later"], campaigns.Created.Select(each => each.Identity.Campaign));
        Assert.Equal(["release"], retries.Sent);
        Assert.Equal("Pinpoint: BadRequestException", ledger["r1"].Campaigns["premium"].Failure);
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m"}]}""", Answer(await RunAsync(Retry)));
    }

    [Fact]
    public async Task The_journey_is_answered_in_time_and_the_rest_goes_to_the_queue()
    {
        await PublishAsync("r1");
        campaigns.Creating = _ => telemetry.Time.Advance(TimeSpan.FromSeconds(13));
        await RunAsync(Journey);
        Assert.Single(campaigns.Created);
        Assert.Equal(["release"], retries.Sent);
    }

    [Fact]
    public async Task Without_the_ledger_the_journey_goes_to_the_queue_and_without_the_queue_it_fails()
    {
        ledger.Down = true;
        await RunAsync(Journey);
        Assert.Equal(["release"], retries.Sent);
        retries.Down = true;
        await Assert.ThrowsAsync<ServiceException>(() => RunAsync(Journey));
    }

    [Fact]
    public async Task The_check_launches_what_no_journey_called_for_and_a_late_call_launches_nothing_again()
    {
        await PublishAsync("r1");
        telemetry.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await RunAsync(Schedule);
        Assert.Empty(campaigns.Created);
        telemetry.Time.Advance(TimeSpan.FromTicks(1));
        await RunAsync(Schedule);
        await RunAsync(Journey);
        await RunAsync(Retry);
        Assert.Equal(["release.premium.r1", "release.later.r1"], campaigns.Created.Select(each => each.Identity.Name));
        Assert.True(ledger.IsCompleted("r1"));
        Assert.Equal(
            (1, 0, 2),
            (telemetry.Metric("CompanyEventsCaughtUp"), telemetry.Metric("CompanyEventsOverdue"), telemetry.Metric("CompanyEventChecks")));
    }

    [Fact]
    public async Task The_check_and_a_journey_at_the_same_time_make_one_campaign_each()
    {
        await PublishAsync("r1");
        telemetry.Time.Advance(TimeSpan.FromMinutes(5));
        // The journey calls in the midst of the check's first creation.
        campaigns.Creating = _ =>
        {
            campaigns.Creating = _ => { };
            RunAsync(Journey).GetAwaiter().GetResult();
        };
        await RunAsync(Schedule);
        Assert.Equal(
            ["release.later.r1", "release.premium.r1"],
            campaigns.Created.Select(each => each.Identity.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["release"], retries.Sent);
    }

    [Fact]
    public async Task What_the_check_cannot_launch_either_raises_the_alarm_and_is_launched_once_the_cause_is_gone()
    {
        await PublishAsync("r1");
        campaigns.Creating = _ => Fail(true);
        telemetry.Time.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(Schedule);
        Assert.Equal(0, telemetry.Metric("CompanyEventsOverdue"));
        telemetry.Time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync(Schedule);
        Assert.Equal(1, telemetry.Metric("CompanyEventsOverdue"));
        campaigns.Creating = _ => { };
        telemetry.Time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync(Schedule);
        Assert.Equal((1, 2), (telemetry.Metric("CompanyEventsOverdue"), campaigns.Created.Count));
    }

    [Fact]
    public async Task The_check_launches_what_a_state_machine_never_began_and_leaves_it_a_quarter_of_an_hour()
    {
        await PublishAsync("u1", "update");
        telemetry.Time.Advance(TimeSpan.FromMinutes(14));
        await RunAsync(Schedule);
        Assert.Empty(campaigns.Created);
        telemetry.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(Schedule);
        Assert.Equal(["update.all.u1"], campaigns.Created.Select(each => each.Identity.Name));
        Assert.True(ledger.IsCompleted("u1"));
    }

    [Fact]
    public async Task An_event_whose_announcement_is_gone_raises_the_alarm()
    {
        await PublishAsync("o1", "gone");
        await RunAsync(Schedule);
        Assert.Equal(1, telemetry.Metric("CompanyEventsOverdue"));
        Assert.Equal("o1", (string?)Assert.Single(telemetry.Lines("orphaned"))["id"]);
    }

    [Fact]
    public async Task A_held_event_waits_whoever_calls_and_is_launched_when_it_is_released_its_follow_up_later()
    {
        catalog = Held;
        await PublishAsync("r1");
        telemetry.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("{}", Answer(await RunAsync(Journey)));
        Assert.Equal("""{"batchItemFailures":[]}""", Answer(await RunAsync(Retry)));
        await RunAsync(Schedule);
        Assert.Empty(campaigns.Created);
        Assert.Equal((1, 0), (telemetry.Metric("CompanyEventsHeld"), telemetry.Metric("CompanyEventsOverdue")));

        catalog = Invocation.Catalog;
        await RunAsync(Schedule);
        Assert.Equal([null, Now.AddDays(2)], campaigns.Created.Select(each => each.Due));
        Assert.True(ledger.IsCompleted("r1"));
        Assert.Equal(0, telemetry.Metric("CompanyEventsOverdue"));
    }

    [Fact]
    public async Task What_failed_before_takes_no_time_from_what_may_succeed()
    {
        await PublishAsync("r1");
        await PublishAsync("r2");
        campaigns.Creating = campaign => Fail(campaign.Identity.EventId == "r1");
        telemetry.Time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync(Schedule);
        await PublishAsync("r3");
        telemetry.Time.Advance(TimeSpan.FromMinutes(5));
        campaigns.Creating = campaign =>
        {
            telemetry.Time.Advance(TimeSpan.FromSeconds(14));
            Fail(campaign.Identity.EventId == "r1");
        };
        await RunAsync(Schedule);
        Assert.True(ledger.IsCompleted("r3"));
    }

    [Theory]
    [InlineData("""{"JourneyId":"j","Data":"other","Endpoints":{}}""", "{}")]
    [InlineData("""{"Records":[{"messageId":"m","body":"no json"}]}""", """{"batchItemFailures":[{"itemIdentifier":"m"}]}""")]
    public async Task What_names_no_announcement_launches_nothing_and_is_told_of(string payload, string answer)
    {
        Assert.Equal(answer, Answer(await RunAsync(Invocation.Json(payload))));
        Assert.Equal(1, telemetry.Metric("AnnouncementsUnknown"));
    }

    private static string Answer(LaunchAnswer answer) => JsonSerializer.Serialize(answer, LambdaJsonContext.Default.LaunchAnswer);

    private static void Fail(bool condition)
    {
        if (condition)
        {
            throw new ServiceException(ServiceFailure.Refused, "Pinpoint: BadRequestException");
        }
    }

    private async Task PublishAsync(string id, string announcement = "release") =>
        Assert.Null(await ledger.PublishAsync(Invocation.Release(Now, id) with { Announcement = announcement }, default));

    private async Task<LaunchAnswer> RunAsync(JsonElement payload)
    {
        var launcher = new ExactlyOnceLauncher(ledger, campaigns, telemetry.Time, telemetry.Log, telemetry.Metrics);
        var events = new EventLauncher(ledger, launcher, telemetry.Time, telemetry.Log, telemetry.Metrics);
        using var deadline = telemetry.Deadline();
        return await new LaunchCampaignsHandler(
            catalog, new LaunchReasons(JourneyCall.ReadLaunch), events, retries, telemetry.Log, telemetry.Metrics)
            .HandleAsync(payload, deadline);
    }

    private sealed class FakeRetries : IRetryQueue
    {
        public List<string> Sent { get; } = [];

        public bool Down { get; set; }

        public Task SendAsync(string announcement, CancellationToken cancellation)
        {
            Sent.Add(announcement);
            return Down ? throw new ServiceException(ServiceFailure.Failed, "Queue: InternalFailure") : Task.CompletedTask;
        }
    }

    private sealed class Crash : Exception
    {
        public static void If(bool condition)
        {
            if (condition)
            {
                throw new Crash();
            }
        }
    }
}
