namespace Engagement.Local.Pinpoint.Events;

/// <summary>One accepted submission of an event. The same event sent twice is two of these.</summary>
internal sealed record RecordedEvent
{
    public required string ApplicationId { get; init; }

    /// <summary>The endpoint's id as it is stored, whatever its case in the request.</summary>
    public required string EndpointId { get; init; }

    public required string EventId { get; init; }

    public required string EventType { get; init; }

    /// <summary>When it happened, as the sender says; the offset is the sender's.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>When it was accepted, by the cloud's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required NamedValues<string> Attributes { get; init; }

    public required NamedValues<double> Metrics { get; init; }
}
