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

    /// <summary>No customer moves until the journey is resumed.</summary>
    public const string Paused = "PAUSED";

    /// <summary>Stopped for good.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>No customer enters any more; the customers who wait go on.</summary>
    public const string Closed = "CLOSED";

    /// <summary>Everybody is through.</summary>
    public const string Completed = "COMPLETED";
}
