namespace Engagement.Local.Platforms;

/// <summary>An event that the platform has recorded.</summary>
internal sealed record ObservedEvent
{
    /// <summary>The Pinpoint application that has it; null on other platforms.</summary>
    public string? ApplicationId { get; init; }

    public required string EndpointId { get; init; }

    public required string EventId { get; init; }

    public required string EventType { get; init; }

    /// <summary>When it happened, as the sender says.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>When the platform took it, by the cloud's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>Whether a text is part of its type, its id or its endpoint's id, whatever the case.</summary>
    public bool Has(string text) =>
        new[] { EventType, EventId, EndpointId }.Any(each => each.Contains(text, StringComparison.OrdinalIgnoreCase));
}
