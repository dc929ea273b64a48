namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>
/// Where a journey is in its life, by Pinpoint's names (service model, WriteJourneyRequest.State and JourneyResponse.State).
/// </summary>
internal static class JourneyState
{
    /// <summary>Not published.</summary>
    public const string Draft = "DRAFT";

    /// <summary>Published.</summary>
    public const string Active = "ACTIVE";

    /// <summary>Nobody moves until it is resumed.</summary>
    public const string Paused = "PAUSED";

    /// <summary>Stopped for good.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Nobody enters any more; whoever waits goes on.</summary>
    public const string Closed = "CLOSED";

    /// <summary>Everybody is through.</summary>
    public const string Completed = "COMPLETED";
}
