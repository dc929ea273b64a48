using Engagement.Identity;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.Recording;

public class SigningKeyTests
{
    private readonly Function function = new();

    [Fact]
    public async Task Secret_is_not_read_for_unsigned_requests()
    {
        await function.RecordAsync(PixelMessage.For("newsletter_signup"), Pixel("subscription_started"));
        Assert.Equal(0, function.Secret.Reads);
    }

    [Fact]
    public async Task Secret_is_read_once_for_many_signed_requests_and_again_after_its_time_to_live()
    {
        await function.RecordAsync(Pixel("subscription_started").Signed(), Pixel("appointment_booked", "r2").Signed());
        await function.RecordAsync(Pixel("subscription_started").Signed());
        Assert.Equal(1, function.Secret.Reads);
        function.Time.Advance(SigningKeyCache.TimeToLive);
        await function.RecordAsync(Pixel("subscription_started").Signed());
        Assert.Equal(2, function.Secret.Reads);
        Assert.Equal(4, function.Sent.Count());
    }

    [Fact]
    public async Task Unreadable_secret_returns_what_needs_it_and_nothing_else()
    {
        function.Secret.Text = null;
        var returned = await function.RecordAsync(
            Pixel("subscription_started").Signed(),
            Pixel("newsletter_signup", "r2"),
            Pixel("newsletter_signup", "r3").Signed());
        Assert.Equal(["m0", "m2"], returned);
        Assert.Equal("r2", Assert.Single(function.Sent).RequestId);
        Assert.Equal(1, function.Secret.Reads);
        Assert.Equal(2, function.Metric("EventsReturned", "secretUnavailable"));
        Assert.Equal(
            "The signing secret could not be read: Secrets Manager: AccessDeniedException. What needs them is tried again.",
            (string?)Assert.Single(function.Lines("secretUnavailable"))["message"]);
    }

    [Fact]
    public async Task Broken_secret_returns_what_needs_it_and_is_not_shown()
    {
        function.Secret.Text = "hunter2";
        Assert.Equal(["m0"], await function.RecordAsync(Pixel("subscription_started").Signed()));
        Assert.DoesNotContain("hunter2", function.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_rotated_in_since_is_found_by_reading_again()
    {
        await function.RecordAsync(Pixel("subscription_started").Signed());
        function.Secret.Text = $$"""{"current":"rotated","previous":"{{Rules.Key}}"}""";
        function.Time.Advance(SigningKeyCache.ShortestRereading);
        await function.RecordAsync(
            Pixel("subscription_started", "r2").Signed(key: "rotated"),
            Pixel("subscription_started", "r3").Signed());
        Assert.Equal(2, function.Secret.Reads);
        Assert.Equal(3, function.Sent.Count());
    }

    [Fact]
    public async Task Forged_signatures_cost_one_read_in_a_while()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(await function.RecordAsync(Pixel("subscription_started", $"r{i}").Signed(key: "forged")));
        }

        Assert.Equal((1, 5), (function.Secret.Reads, function.Metric("EventsRejected", "signatureInvalid")));
    }

    [Fact]
    public async Task Keys_at_hand_serve_while_the_secret_cannot_be_read_but_not_for_ever()
    {
        await function.RecordAsync(Pixel("subscription_started").Signed());
        function.Secret.Text = null;
        function.Time.Advance(SigningKeyCache.LongestUse - TimeSpan.FromSeconds(1));
        Assert.Empty(await function.RecordAsync(Pixel("subscription_started").Signed()));
        Assert.Equal("Warning", (string?)function.Lines("secretUnavailable")[0]["level"]);
        function.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["m0"], await function.RecordAsync(Pixel("subscription_started").Signed()));
    }

    private static PixelMessage Pixel(string type, string id = "r1") =>
        new PixelMessage(id).With("event", type).With("endpoint_id", "user-42");
}
