using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Pixel;

namespace Handlers.Tests.Pixel;

/// <summary>Decides on messages by the shipped plan, or by another.</summary>
internal static class Rules
{
    public const string Key = "the current key";
    public const string PreviousKey = "the key before";

    public static readonly TrackingPlan Shipped = TrackingPlan.Load(Path.Combine(AppContext.BaseDirectory, "definitions", "events.yaml"));
    public static readonly TrackingPlan AnyEvent = Shipped with { AcceptUnknownEvents = true };
    public static readonly SigningKeys Keys = SigningKeys.Create(Key, PreviousKey);

    public static PixelDecision Decide(this PixelMessage message, TrackingPlan? plan = null) => Decide(message.ToString(), plan);

    public static PixelDecision Decide(string body, TrackingPlan? plan = null) => new PixelRules(plan ?? Shipped).Decide(body, Keys);

    public static PixelEvent Recorded(this PixelMessage message, TrackingPlan? plan = null) =>
        Assert.IsType<PixelAccepted>(message.Decide(plan)).Event;

    public static DroppedParameters Dropped(this PixelMessage message, TrackingPlan? plan = null) =>
        Assert.IsType<PixelAccepted>(message.Decide(plan)).Dropped;

    public static PixelRejected Rejected(this PixelMessage message, TrackingPlan? plan = null) =>
        Assert.IsType<PixelRejected>(message.Decide(plan));

    /// <summary>Signs what the message says, valid for an hour after <see cref="PixelMessage.DefaultTime"/>.</summary>
    public static PixelMessage Signed(
        this PixelMessage message,
        string endpointId = "user-42",
        string? userId = null,
        DateTimeOffset? expiry = null,
        string key = Key)
    {
        var seconds = (expiry ?? PixelMessage.DefaultTime.AddHours(1)).ToUnixTimeSeconds();
        return message.With("sig", IdentitySignature.Compute(endpointId, userId, seconds, key)).With("exp", seconds.ToString());
    }
}
