using Engagement.Pinpoint.Events;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.Recording;

public class PixelRecorderTests
{
    private readonly Function function = new();

    [Fact]
    public async Task Thousand_pixels_of_a_thousand_endpoints_are_ten_calls()
    {
        var messages = Enumerable.Range(0, 1_000)
            .Select(i =>
                new PixelMessage($"r{i}", PixelMessage.DefaultTime.AddMilliseconds(-i))
                    .With("event", "newsletter_signup")
                    .With("endpoint_id", $"e{i}"));
        Assert.Empty(await function.RecordAsync([.. messages]));
        Assert.Equal(10, function.Sink.Batches.Count);
        Assert.All(function.Sink.Batches, batch => Assert.Equal(100, batch.Count));
        Assert.Equal(1_000, function.Sent.Select(sent => sent.EndpointId).Distinct().Count());
        Assert.All(function.Sent, sent => Assert.Equal(
            ($"r{sent.EndpointId[1..]}", PixelMessage.DefaultTime.AddMilliseconds(-int.Parse(sent.EndpointId[1..]))),
            (sent.RequestId, sent.At)));
        Assert.Equal(1_000, function.Metric("EventsRecorded"));
    }

    [Fact]
    public async Task Message_delivered_twice_is_sent_once_and_returns_twice()
    {
        function.Sink.Outcome = _ => FakeSink.Throttle();
        Assert.Equal(
            ["m0", "m1"],
            await function.RecordAsync(PixelMessage.For("newsletter_signup"), PixelMessage.For("newsletter_signup")));
        Assert.Single(function.Sent);
    }

    [Fact]
    public async Task Rejected_event_is_logged_counted_and_not_returned()
    {
        Assert.Empty(await function.RecordAsync(PixelMessage.For("purchase_failed"), PixelMessage.For("purchase_failed")));
        Assert.Empty(function.Sink.Batches);
        var line = Assert.Single(function.Lines("rejected")).ToJsonString();
        Assert.Equal(
            """{"level":"Warning","log":"rejected","id":"request-1","at":"2026-01-31T09:30:00.250Z","reason":"unknownEvent","eventType":"purchase_failed","message":"the tracking plan does not list the event"}""",
            line);
        Assert.Equal(1, function.Metric("EventsRejected", "unknownEvent"));
    }

    [Fact]
    public async Task Message_of_another_form_is_kept_for_somebody_to_look_at()
    {
        Assert.Equal(
            ["m0"],
            await function.RecordAsync(["{}", PixelMessage.For("newsletter_signup").ToString()], TimeSpan.FromSeconds(30)));
        Assert.Single(function.Sent);
        Assert.Equal(
            ("m0", "Error"),
            ((string?)function.Lines("unreadable")[0]["messageId"], (string?)function.Lines("unreadable")[0]["level"]));
        Assert.Equal(1, function.Metric("EventsReturned", "unreadable"));
    }

    [Fact]
    public async Task Dropped_parameters_are_counted_by_reason()
    {
        await function.RecordAsync(
            PixelMessage.For("newsletter_signup").With("evat_x", "1").With("usat_y", "1").With("user_id", "1").With("z", "1"));
        Assert.Equal(
            (1, 2, 1),
            (function.Metric("AttributesDropped", "unlisted"), function
                .Metric("AttributesDropped", "unsignedUser"), function.Metric("AttributesDropped", "unknownParameter")));
    }

    [Fact]
    public async Task Empty_invocation_says_nothing()
    {
        Assert.Empty(await function.RecordAsync());
        Assert.Empty(function.Output);
    }
}
