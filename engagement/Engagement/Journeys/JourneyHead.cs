namespace Engagement.Journeys;

/// <summary>What a deployment decides of a journey, and running functions read at most a minute late.</summary>
public sealed record JourneyHead
{
    /// <summary>The journey's name.</summary>
    public required string Journey { get; init; }

    /// <summary>The version that customers enter.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Events before this do not start the journey: it is when the journey's name came, or came again. Entries before it have ended.
    /// </summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>Whether nobody enters.</summary>
    public bool Closed { get; init; }

    /// <summary>When the journey was taken from the definitions; null while it is there. Customers who are inside leave.</summary>
    public DateTimeOffset? Removed { get; init; }

    /// <summary>The versions that customers may still be in, each until its longest way has passed; the latest last.</summary>
    public IReadOnlyList<SupersededVersion> Superseded { get; init; } = [];
}
