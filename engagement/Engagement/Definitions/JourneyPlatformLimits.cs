using Engagement.Definitions.Journeys;

namespace Engagement.Definitions;

/// <summary>What a platform takes of journeys.</summary>
public sealed record JourneyPlatformLimits
{
    /// <summary>No platform's: only what holds on every platform is checked.</summary>
    public static JourneyPlatformLimits None { get; } = new();

    /// <summary>The shortest wait. Default: one minute.</summary>
    public TimeSpan ShortestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The shortest <c>between</c>. Default: two hours.</summary>
    public TimeSpan ShortestHours { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Whether an event can start a journey anew for a customer who is in it. Default: it can.</summary>
    public bool CanRestart { get; init; } = true;

    /// <summary>Whether a journey sends text messages. Default: it does.</summary>
    public bool CanText { get; init; } = true;

    /// <summary>What a journey is made of there; null where a journey has no such limit.</summary>
    public ActivityLimits? Activities { get; init; }
}
