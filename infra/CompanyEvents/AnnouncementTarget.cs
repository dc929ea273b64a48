namespace Engagement.Infra.CompanyEvents;

/// <summary>What the stack calls the parts that an announcement's state machine deals with.</summary>
internal sealed record AnnouncementTarget
{
    public required string ApplicationId { get; init; }

    public required string LedgerTable { get; init; }

    /// <summary>The campaigns' hook.</summary>
    public required string HookArn { get; init; }

    public required string FailureTopicArn { get; init; }

    /// <summary>Pinpoint's ids of segments, by their names in segments.yaml.</summary>
    public required IReadOnlyDictionary<string, string> SegmentIds { get; init; }
}
