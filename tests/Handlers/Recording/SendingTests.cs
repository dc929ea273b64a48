using Engagement.Functions;
using Engagement.Pinpoint.Events;
using Engagement.Pixel.Recording;
using Engagement.Services;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.Recording;

public class SendingTests
{
    private readonly Function function = new();

    [Fact]
    public async Task Refused_event_is_rejected_with_Pinpoints_words_and_the_others_are_recorded()
    {
        function.Sink.Outcome = batch => FakeSink.Each(batch, pending =>
            pending.Event.RequestId == "r1" ? new(ItemStatus.Refused, "Invalid event type") : new(ItemStatus.Accepted, null));
        Assert.Empty(await function.RecordAsync(Signups(3)));
        var line = Assert.Single(function.Lines("rejected"));
        Assert.Equal(
            ("r1", "pinpointRefused", "Pinpoint refused the event: Invalid event type"),
            ((string?)line["id"], (string?)line["reason"], (string?)line["message"]));
        Assert.Equal((2, 1), (function.Metric("EventsRecorded"), function.Metric("EventsRejected", "pinpointRefused")));
    }

    [Fact]
    public async Task Event_that_Pinpoint_failed_on_returns_alone()
    {
        function.Sink.Outcome = batch => FakeSink.Each(batch, pending =>
            pending.Event.RequestId == "r1" ? new(ItemStatus.Failed, "Internal") : new(ItemStatus.Accepted, null));
        Assert.Equal(["m1"], await function.RecordAsync(Signups(3)));
        Assert.Equal(1, function.Metric("EventsReturned", "pinpointFailed"));
    }

    [Fact]
    public async Task Event_without_a_result_returns()
    {
        function.Sink.Outcome = _ => new BatchAnswer(new Dictionary<string, ItemOutcome>(), new Dictionary<string, ItemOutcome>());
        Assert.Equal(["m0"], await function.RecordAsync(Signups(1)));
    }

    [Fact]
    public async Task Throttled_call_returns_its_messages_only()
    {
        function.Sink.Outcome = batch => function.Sink.Batches.Count == 2 ? FakeSink.Throttle() : FakeSink.AllAccepted(batch);
        var returned = await function.RecordAsync(Signups(250));
        Assert.Equal(Enumerable.Range(100, 100).Select(i => $"m{i}"), returned);
        Assert.Equal((150, 100), (function.Metric("EventsRecorded"), function.Metric("EventsReturned", "pinpointThrottled")));
    }

    [Fact]
    public async Task Failed_call_is_a_log_line_without_values()
    {
        function.Sink.Outcome = _ => FakeSink.Fail();
        Assert.Equal(["m0"], await function.RecordAsync(Signups(1)));
        Assert.Equal(
            "Pinpoint did not take the events: Pinpoint: InternalServerErrorException. They go back to the queue.",
            (string?)function.Lines("sendFailed")[0]["message"]);
    }

    [Fact]
    public async Task Event_that_spoils_a_whole_call_returns_alone()
    {
        function.Sink.Outcome = batch =>
            batch.Events.Any(pending => pending.Event.RequestId == "r77") ? FakeSink.Refuse() : FakeSink.AllAccepted(batch);
        Assert.Equal(["m77"], await function.RecordAsync(Signups(100)));
        Assert.Equal(99, function.Metric("EventsRecorded"));
        Assert.Equal(1, function.Metric("EventsReturned", "pinpointRefused"));
        Assert.True(function.Sink.Batches.Count <= 15, $"{function.Sink.Batches.Count} calls");
    }

    [Fact]
    public async Task What_an_event_says_of_its_user_is_told_of_by_the_requests_id_when_Pinpoint_refused_it()
    {
        function.Sink.Outcome = batch => WithEndpoints(batch, new(ItemStatus.Refused, "Exceeded maximum endpoint per user count: 15"));
        Assert.Empty(await function.RecordAsync(Signed("r1", "ada", 1), Signup("r2", "ada", 2), Signed("r3", "ADA", 3)));
        Assert.Equal(["r1", "r3"], function.Lines("endpointRefused").Select(line => (string?)line["id"]));
        Assert.All(
            function.Lines("endpointRefused"),
            line => Assert.DoesNotContain("ada", line.ToJsonString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            (3, 2, 1),
            (function.Metric("EventsRecorded"), function.Metric("EventsRecordedInPart"), function.Metric("EndpointsRefused")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Endpoint_without_a_final_result_sends_its_events_back(bool answered)
    {
        function.Sink.Outcome = batch =>
            answered
                ? WithEndpoints(batch, new(ItemStatus.Failed, "Internal"))
                : FakeSink.AllAccepted(batch) with { Endpoints = new Dictionary<string, ItemOutcome>() };
        Assert.Equal(["m0"], await function.RecordAsync(Signed("r1", "ada", 1)));
        Assert.Equal((0, 1), (function.Metric("EventsRecorded"), function.Metric("EventsReturned", "pinpointFailed")));
    }

    [Fact]
    public async Task Later_events_of_an_endpoint_wait_for_those_that_go_back_whatever_the_case_of_its_id()
    {
        function.Sink.Outcome = batch => function.Sink.Batches.Count == 1 ? FakeSink.Throttle() : FakeSink.AllAccepted(batch);
        // Two users of one endpoint: two calls.
        var returned = await function.RecordAsync(
            Signed("r1", "ada", 1),
            Signed("r2", "Ada", 2, "u-2"),
            Signup("r3", "bob", 3),
            Signed("r4", "ADA", 4, "u-3"));
        Assert.Equal(["m0", "m1", "m3"], returned.Order(StringComparer.Ordinal));
        Assert.Equal(2, function.Metric("EventsReturned", "behind"));
        Assert.Equal(["r3"], function.Sink.Batches.Skip(1).SelectMany(batch => batch.Events).Select(pending => pending.Event.RequestId));
    }

    [Fact]
    public async Task Refused_endpoint_is_logged_and_its_event_counts_as_recorded()
    {
        function.Sink.Outcome = batch => FakeSink.Each(batch, _ => new(ItemStatus.Accepted, null)) with
        {
            Endpoints = new Dictionary<string, ItemOutcome>
            {
                ["e0"] = new(ItemStatus.Refused, "Exceeded maximum endpoint per user count: 15"),
            },
        };
        Assert.Empty(await function.RecordAsync(Signups(1)));
        Assert.Equal(
            "Pinpoint recorded the event and did not update its endpoint: Exceeded maximum endpoint per user count: 15",
            (string?)function.Lines("endpointRefused")[0]["message"]);
        Assert.Equal((1, 1), (function.Metric("EventsRecorded"), function.Metric("EndpointsRefused")));
    }

    [Fact]
    public async Task When_time_runs_out_the_rest_returns_unsent()
    {
        function.Sink.Outcome = batch =>
        {
            function.Time.Advance(TimeSpan.FromSeconds(4));
            return FakeSink.AllAccepted(batch);
        };
        var returned = await function.RecordAsync([.. Signups(500).Select(message => message.ToString())], TimeSpan.FromSeconds(10));
        Assert.Equal(2, function.Sink.Batches.Count);
        Assert.Equal(Enumerable.Range(200, 300).Select(i => $"m{i}"), returned);
        Assert.Equal((200, 300), (function.Metric("EventsRecorded"), function.Metric("EventsReturned", "outOfTime")));
        Assert.Equal("300", (string?)function.Lines("outOfTime")[0]["events"]);
    }

    [Fact]
    public async Task Call_that_outlasts_the_invocation_is_cut_off_in_time_for_the_answer()
    {
        CancellationToken seen = default;
        var sink = new HangingSink(token => seen = token);
        using var output = new MemoryStream();
        var lines = new Engagement.Telemetry.JsonLineWriter(output);
        var recorder = new PinpointEventRecorder(sink, Rules.Shipped, new(lines), new(lines, function.Time, "test"));
        var pending = new PendingEvent(new(PixelMessage.For("newsletter_signup").Recorded(), default), ["m0"]);
        var sending = RecordAsync(recorder, pending, TimeSpan.FromSeconds(10));
        function.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.False(sending.IsCompleted);
        function.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["m0"], await sending);
        Assert.True(seen.IsCancellationRequested);
    }

    private async Task<IReadOnlyList<string>> RecordAsync(PinpointEventRecorder recorder, PendingEvent pending, TimeSpan remaining)
    {
        using var deadline = new Deadline(function.Time, remaining, Deadline.ShortReserve);
        return await recorder.RecordAsync([pending], deadline);
    }

    private static BatchAnswer WithEndpoints(EventBatch batch, ItemOutcome outcome) =>
        FakeSink.AllAccepted(batch) with { Endpoints = batch.Endpoints.ToDictionary(endpoint => endpoint.EndpointId, _ => outcome) };

    private static PixelMessage Signup(string id, string endpointId, int second) =>
        new PixelMessage(id, PixelMessage.DefaultTime.AddSeconds(second))
            .With("event", "newsletter_signup")
            .With("endpoint_id", endpointId);

    private static PixelMessage Signed(string id, string endpointId, int second, string userId = "u-1") =>
        Signup(id, endpointId, second).With("user_id", userId).Signed(endpointId, userId);

    private static PixelMessage[] Signups(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            new PixelMessage($"r{i}", PixelMessage.DefaultTime.AddMilliseconds(i))
                .With("event", "newsletter_signup")
                .With("endpoint_id", $"e{i}")),
    ];

    private sealed class HangingSink(Action<CancellationToken> started) : IEventSink
    {
        public Task<BatchAnswer> SendAsync(EventBatch batch, CancellationToken cancellation)
        {
            started(cancellation);
            var outcome = new TaskCompletionSource<BatchAnswer>();
            cancellation.Register(
                () => outcome.SetException(new ServiceException(ServiceFailure.Failed, "Pinpoint: TaskCanceledException")));
            return outcome.Task;
        }
    }
}
