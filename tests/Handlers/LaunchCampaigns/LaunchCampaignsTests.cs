using System.Text.Json;
using Engagement.CompanyEvents.Ledger;
using Engagement.Services;
using LaunchCampaigns;
using LaunchCampaigns.Launching;

namespace Handlers.Tests.CompanyEvents;

public class LaunchCampaignsTests
{
    private static readonly JsonElement Journey = Invocation.Json("""{"JourneyId":"j","Data":"release","ApplicationId":"app","Endpoints":{"company":{"User":{"UserAttributes":{"company_event_id":["r1"]}}}}}""");
    private static readonly JsonElement Retry = Invocation.Json("""{"Records":[{"messageId":"m","body":"{\"announcement\":\"release\"}"}]}""");
    private readonly Telemetry telemetry = new();
    private readonly FakeLedger ledger = new();
    private readonly FakeCampaigns campaigns = new();
    private readonly FakeRetries retries = new();

    private DateTimeOffset Now => telemetry.Time.GetUtcNow();

    [Fact]
    public async Task A_journey_launches_each_campaign_of_the_event_once_now_or_after_its_time()
    {
        await PublishAsync("r1");
        Assert.Equal("{}", Answer(await RunAsync(Journey)));
        await RunAsync(Journey);
        Assert.Equal(["release.premium.r1", "release.later.r1"], campaigns.Created.Select(each => each.Campaign.Identity.Name));
        Assert.Equal([null, Now.AddDays(2)], campaigns.Created.Select(each => each.Start));
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
        Assert.Equal(["release.premium.r1", "release.later.r1"], campaigns.Created.Select(each => each.Campaign.Identity.Name));
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
        Assert.Equal(["later"], campaigns.Created.Select(each => each.Campaign.Identity.Campaign));
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
    public async Task An_event_that_is_not_launched_in_time_raises_the_metric_whenever_somebody_looks()
    {
        await PublishAsync("r1");
        var schedule = Invocation.Json("""{"detail-type":"Scheduled Event"}""");
        telemetry.Time.Advance(LaunchRules.Patience - TimeSpan.FromSeconds(1));
        await RunAsync(schedule);
        Assert.Equal(0, telemetry.Metric("CompanyEventsOverdue"));
        telemetry.Time.Advance(TimeSpan.FromSeconds(1));
        await RunAsync(schedule);
        Assert.Equal(1, telemetry.Metric("CompanyEventsOverdue"));
        Assert.Empty(campaigns.Created);
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

    private async Task PublishAsync(string id) => Assert.Null(await ledger.PublishAsync(Invocation.Release(Now, id), default));

    private Task<LaunchAnswer> RunAsync(JsonElement payload)
    {
        var launcher = new CampaignLauncher(ledger, campaigns, telemetry.Time, telemetry.Log, telemetry.Metrics);
        var events = new EventLauncher(ledger, launcher, telemetry.Time, telemetry.Log, telemetry.Metrics);
        return new LaunchCampaignsHandler(Invocation.Catalog, events, retries, telemetry.Time, telemetry.Log, telemetry.Metrics).HandleAsync(payload, new Invocation());
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
