namespace Engagement.Local.Announcements;

/// <summary>An event of an announcement, as the ledger has it.</summary>
internal sealed record PublishedEvent
{
    /// <summary>The event's id; null where the stack declares the campaigns and no event is involved.</summary>
    public required string? Id { get; init; }

    /// <summary>When it came in, or when a scheduled announcement starts; null: with its deployment.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>ARN of the caller of the route; null for an event from the bus.</summary>
    public string? PublishedBy { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>Its campaigns, in the order of the file.</summary>
    public required IReadOnlyList<StartedCampaign> Campaigns { get; init; }
}
