namespace Engagement.Pinpoint.Provisioning;

/// <summary>A journey that this stack made.</summary>
public sealed record FoundJourney
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required JourneyPhase Phase { get; init; }

    /// <summary>
    /// <see cref="DefinitionText.Hash{T}"/> of the declaration that it was made from; null when the call that notes it never came.
    /// </summary>
    public required string? Definition { get; init; }

    /// <summary>Whether it is no longer what was written.</summary>
    public required bool IsEdited { get; init; }

    /// <summary>When it last changed, such as by becoming active.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How long it lets those who are inside go on once it was replaced; null when it is cancelled at once.</summary>
    public TimeSpan? DrainFor { get; init; }

    /// <summary>When it is cancelled, once it was replaced; null until then.</summary>
    public DateTimeOffset? DrainsUntil { get; init; }

    /// <summary>From when on nobody enters; null when nothing is set.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Whether endpoints enter, or would without a pause from the console.</summary>
    public bool IsLive => Phase is JourneyPhase.Active or JourneyPhase.Paused;
}
