namespace Engagement.Journeys;

/// <summary>One entry of a customer into a journey, until it ends.</summary>
public sealed record Enrollment
{
    /// <summary>Name of the journey.</summary>
    public required string Journey { get; init; }

    /// <summary>Id of the event that let the customer in.</summary>
    public required string Id { get; init; }

    /// <summary>When that event happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The event from which waits, <c>until</c> and <c>did</c> count: that of the entry, or a later one that restarted it.
    /// </summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The journey's version, see <see cref="Definitions.Journeys.JourneyVersion.Id"/>.</summary>
    public required string Version { get; init; }

    /// <summary>The step that comes next.</summary>
    public required StepPosition Position { get; init; }

    /// <summary>
    /// When the customer came to that step by the journey's plan, however late that was noticed. The next wait counts from it.
    /// </summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>When to look at the entry next.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>
    /// Id of the platform's own journey that moves the entry on, where the passing of <see cref="Due"/> does not. There, null means that no
    /// such journey took the customer yet: the entry is provisional, and the next event replaces it.
    /// </summary>
    public string? Runner { get; init; }

    /// <summary>
    /// The message that is being sent; null when none is. A claim that is still there when the entry is due has no result.
    /// </summary>
    public MessageClaim? Claim { get; init; }

    /// <summary>The templates that were claimed, in order. Each comes once an entry.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>Past the step.</summary>
    /// <param name="anchor">When the customer passes it by the journey's plan.</param>
    internal Enrollment Past(DateTimeOffset anchor) => this with { Position = Position.Next, Anchor = anchor, Due = anchor };

    /// <summary>What to tell of it at its step.</summary>
    internal JourneyNote Note(DateTimeOffset now, JourneyOutcome outcome, string? reason = null, string? template = null) =>
        new(now, Journey, Version, Id, Position.Text, outcome, reason, template);

    /// <summary>What to tell when it ends because its journey was removed. A claim that is still there has no result.</summary>
    internal IEnumerable<JourneyNote> LeftAsRemoved(DateTimeOffset now)
    {
        if (Claim is { } claim)
        {
            yield return Note(now, JourneyOutcome.Unknown, JourneyReason.NoResult, claim.Template);
        }

        yield return Note(now, JourneyOutcome.Left, JourneyReason.Removed);
    }
}
