namespace Engagement.Reminders;

/// <summary>The hour that a message is at.</summary>
/// <param name="Hour">The hour that began last.</param>
/// <param name="Before">The hour that it was at before that; null when it never was. Hours in between were missed.</param>
public sealed record SlidHour(DateTimeOffset Hour, DateTimeOffset? Before)
{
    /// <summary>Whether a message that belongs to an hour may come now: on time, caught up, or late within bounds.</summary>
    public bool Covers(DateTimeOffset own, TimeSpan lateness) => own <= Hour && (own >= Hour - lateness || own > Before);
}
