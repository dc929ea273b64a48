using System.Text.Json;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.Recording;

public class BatchingTests
{
    private readonly Function function = new(Rules.AnyEvent);

    [Fact]
    public async Task Of_two_signed_events_of_one_endpoint_the_later_ones_user_attributes_win()
    {
        await function.RecordAsync(Signed("later", 2, "u-1", ("a", "2"), ("b", "2")), Signed("earlier", 1, "u-1", ("a", "1"), ("c", "1")));
        var endpoint = Assert.Single(Assert.Single(function.Sink.Batches).Endpoints);
        Assert.Equal(["earlier", "later"], endpoint.Events.Select(pending => pending.Event.RequestId));
        Assert.Equal(
            ("u-1", "2", "2", "1"),
            (endpoint.User!.UserId, endpoint.User.Attributes["a"], endpoint.User.Attributes["b"], endpoint.User.Attributes["c"]));
    }

    [Fact]
    public async Task Unsigned_event_leaves_the_user_of_a_signed_one_alone()
    {
        await function.RecordAsync(Signed("r1", 1, "u-1", ("a", "1")), Message("r2", 2).With("event", "x").With("endpoint_id", "user-42"));
        var endpoint = Assert.Single(Assert.Single(function.Sink.Batches).Endpoints);
        Assert.Equal((2, "u-1"), (endpoint.Events.Count, endpoint.User!.UserId));
    }

    [Fact]
    public async Task Attributes_of_two_users_of_one_endpoint_are_never_mixed()
    {
        await function.RecordAsync(Signed("r2", 2, "u-2", ("b", "2")), Signed("r1", 1, "u-1", ("a", "1")));
        Assert.Equal(2, function.Sink.Batches.Count);
        var updates = function.Sink.Batches.ConvertAll(batch => Assert.Single(batch.Endpoints).User!);
        Assert.Equal(["u-1 a", "u-2 b"], updates.Select(user => $"{user.UserId} {Assert.Single(user.Attributes.Keys)}"));
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_one_endpoint_with_one_update_in_the_order_of_time()
    {
        await function.RecordAsync(
            Signed("later", 2, "u-1", "User-42", ("a", "2")),
            Signed("earlier", 1, "u-1", "USER-42", ("a", "1"), ("b", "1")),
            Signed("last", 3, "u-2", "user-42", ("c", "3")));
        Assert.Equal(2, function.Sink.Batches.Count);
        var endpoint = Assert.Single(function.Sink.Batches[0].Endpoints);
        Assert.Equal(["earlier", "later"], endpoint.Events.Select(pending => pending.Event.RequestId));
        Assert.Equal(("2", "1"), (endpoint.User!.Attributes["a"], endpoint.User.Attributes["b"]));
        Assert.Equal("last", Assert.Single(Assert.Single(function.Sink.Batches[1].Endpoints).Events).Event.RequestId);
    }

    [Fact]
    public async Task Hundred_and_one_events_of_one_endpoint_are_two_calls_in_their_order()
    {
        await function.RecordAsync([
            .. Enumerable.Range(0, 101).Select(i => Message($"r{i}", -i).With("event", "x").With("endpoint_id", "e")),
        ]);
        Assert.Equal([100, 1], function.Sink.Batches.Select(batch => batch.Count));
        Assert.Equal(function.Sent.OrderBy(sent => sent.At), function.Sent);
    }

    [Fact]
    public async Task Call_stays_below_four_megabytes_and_an_event_far_below_a_thousand_kilobytes()
    {
        await function.RecordAsync([.. Enumerable.Range(0, 60).Select(Largest)]);
        Assert.Equal(60, function.Sent.Count());
        Assert.True(function.Sink.Batches.Count > 1);
        Assert.All(
            function.Sink.Batches,
            batch => Assert.InRange(batch.Events.Sum(pending => EventSize.Measure(pending.Event)), 1, 4_000_000));
        Assert.All(function.Sent, sent => Assert.InRange(EventSize.Measure(sent), SerializedSize(sent), 1_000_000));
    }

    [Fact]
    public async Task Every_batch_is_split_into_halves_that_hold_all_of_it()
    {
        await function.RecordAsync([
            .. Enumerable.Range(0, 7).Select(i => Message($"r{i}", i).With("event", "x").With("endpoint_id", $"e{i % 2}")),
        ]);
        var batch = Assert.Single(function.Sink.Batches);
        var (first, second) = batch.Halves();
        Assert.Equal((3, 4), (first.Count, second.Count));
        Assert.Equal(batch.Events, first.Events.Concat(second.Events));
    }

    private static PixelMessage Message(string id, int second) => new(id, PixelMessage.DefaultTime.AddSeconds(second));

    private static PixelMessage Signed(string id, int second, string userId, params (string Name, string Value)[] attributes) =>
        Signed(id, second, userId, "user-42", attributes);

    private static PixelMessage Signed(
        string id,
        int second,
        string userId,
        string endpointId,
        params (string Name, string Value)[] attributes)
    {
        var message = Message(id, second)
            .With("event", "x")
            .With("endpoint_id", endpointId)
            .With("user_id", userId)
            .Signed(endpointId, userId);
        return attributes.Aggregate(message, (each, attribute) => each.With($"usat_{attribute.Name}", attribute.Value));
    }

    // As much as the limits allow, of characters that take most bytes.
    private static PixelMessage Largest(int i)
    {
        var id = new string('é', 120) + i;
        var message = Message($"r{i}", i).With("event", new string('é', 50)).With("endpoint_id", id).With("user_id", id).Signed(id, id);
        Enumerable.Range(10, 40).ToList().ForEach(n => message.With($"evat_{new string('é', 48)}{n}", new string('é', 200)));
        Enumerable.Range(100, 250).ToList().ForEach(n => message.With($"usat_{new string('é', 47)}{n}", new string('é', 100)));
        return message;
    }

    private static int SerializedSize(PixelEvent sent) => JsonSerializer.SerializeToUtf8Bytes(sent).Length;
}
