using static Local.Tests.Pinpoint.JourneyCloud;

namespace Local.Tests.Pinpoint;

/// <summary>Journeys that a segment starts.</summary>
public sealed class SegmentJourneyTests
{
    private readonly JourneyCloud cloud = new();
    private readonly string segment;

    public SegmentJourneyTests()
    {
        segment = cloud.Pinpoint.Segment(Due("2026-04-01T00:00:00Z", "2026-04-01T00:59:59Z"));
        Renewal("ada", "2026-04-01T00:30:00Z");
        Renewal("bob", "2026-04-01T01:30:00Z");
    }

    [Fact]
    public async Task Members_enter_once_and_the_journey_ends()
    {
        var id =
            cloud.Journey(
                OnSegment(segment), new { first = Email("hello", "pause"), pause = Wait("P1D", "second"), second = Email("again") });
        Assert.Equal("ACTIVE", cloud.State(id));
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("CLOSED", cloud.State(id));
        Renewal("late", "2026-04-01T00:30:00Z");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(["hello ada 0.083", "again ada 24.083"], cloud.Served);
        Assert.Equal("COMPLETED", cloud.State(id));
    }

    [Fact]
    public async Task Refresh_lets_new_members_enter_and_nobody_twice()
    {
        cloud.Journey(OnSegment(segment), change: journey => journey["RefreshFrequency"] = "PT1H");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(30));
        cloud.Pinpoint.Send(
            "PUT",
            $"/v1/apps/{cloud.Pinpoint.App}/segments/{segment}",
            new { Dimensions = Due("2026-04-01T00:00:00Z", "2026-04-01T01:59:59Z") });
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(["hello ada 0.083", "hello bob 1.083"], cloud.Served);
    }

    [Fact]
    public async Task Update_of_the_segment_can_refresh_at_once()
    {
        cloud.Journey(OnSegment(segment), change: journey => journey["RefreshOnSegmentUpdate"] = true);
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(30));
        cloud.Pinpoint.Send(
            "PUT",
            $"/v1/apps/{cloud.Pinpoint.App}/segments/{segment}",
            new { Dimensions = Due("2026-04-01T01:00:00Z", "2026-04-01T01:59:59Z") });
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["hello ada 0.083", "hello bob 0.5"], cloud.Served);
    }

    [Fact]
    public async Task Journey_begins_and_ends_by_its_schedule()
    {
        var id = cloud.Journey(OnSegment(segment), change: journey =>
        {
            journey["RefreshFrequency"] = "PT1H";
            journey["Schedule"] = new { StartTime = "2026-03-02T12:00:00Z", EndTime = "2026-03-02T14:30:00Z" };
        });
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromHours(26.25));
        Renewal("cyd", "2026-04-01T00:10:00Z");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(16));
        Renewal("late", "2026-04-01T00:10:00Z");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["hello ada 24"], cloud.Served);
        Assert.Equal("COMPLETED", cloud.State(id));
    }

    [Fact]
    public async Task Paused_journey_holds_its_participants_and_a_cancelled_one_drops_them()
    {
        var activities = new { first = Email("hello", "pause"), pause = Wait("PT2H", "second"), second = Email("again") };
        var resumed = cloud.Journey(OnSegment(segment), activities);
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("BadRequestException", cloud.SetState(resumed, "PAUSED").Error);

        var paused = cloud.Journey(OnSegment(segment), activities, journey => journey["RefreshFrequency"] = "P1D");
        var cancelled = cloud.Journey(OnSegment(segment), activities, journey => journey["RefreshFrequency"] = "P1D");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(200, cloud.SetState(paused, "PAUSED").Status);
        Assert.Equal(200, cloud.SetState(cancelled, "CANCELLED").Status);
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromHours(5));
        cloud.SetState(paused, "ACTIVE");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal([0.167, 5.167], cloud.Pinpoint.Messages.Where(each => each.JourneyId == paused).Select(Hours));
        Assert.Equal([0.167], cloud.Pinpoint.Messages.Where(each => each.JourneyId == cancelled).Select(Hours));
        Assert.Equal("BadRequestException", cloud.SetState(cancelled, "ACTIVE").Error);
    }

    [Fact]
    public async Task Fifty_thousand_members_enter_and_leave_within_seconds()
    {
        var endpoints = cloud.Pinpoint.Service.Applications.Get(cloud.Pinpoint.App).Endpoints;
        endpoints.Update(
            Enumerable.Range(0, 50_000).Select(i =>
                (
                    $"c{i}",
                    new Engagement.Local.Pinpoint.Endpoints.EndpointRequest { Address = $"c{i}@example.com", ChannelType = "EMAIL" })),
            "request");
        cloud.Journey(OnSegment(cloud.Pinpoint.Segment(new { })));

        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(50_002, cloud.Pinpoint.Messages.Count);
    }

    private static double Hours(Engagement.Local.Pinpoint.Messages.DeliveredMessage message) =>
        Math.Round((message.At - new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).TotalHours, 3);

    private static object Due(string from, string to) =>
        new { UserAttributes = new { renewal = new { AttributeType = "BETWEEN", Values = new[] { from, to } } } };

    private void Renewal(string id, string date) => cloud.Pinpoint.Customer(id, new { renewal = new[] { date } });
}
