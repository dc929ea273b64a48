using System.Collections.ObjectModel;

namespace Engagement.Journeys;

/// <summary>
/// What the journeys know of one customer: the truth on every platform. It is one item of a store, and each write of it is conditional on
/// <see cref="Revision"/>.
/// </summary>
public sealed record CustomerJourneys
{
    private const int MostSends = 20;

    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(30);

    /// <summary>The endpoint that the events happened to and that messages go to, as it was spelled first.</summary>
    public required string EndpointId { get; init; }

    /// <summary>Counts the writes, for the next write to be made upon this one; 0 for what is not stored.</summary>
    public long Revision { get; init; }

    /// <summary>The latest instant of each event type that an <c>until</c> or <c>did</c> names.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Seen { get; init; } = ReadOnlyDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Where the customer is, by the journey's name: at most one entry of each journey at a time.</summary>
    public IReadOnlyDictionary<string, Enrollment> Enrollments { get; init; } = ReadOnlyDictionary<string, Enrollment>.Empty;

    /// <summary>
    /// The time of the event of the latest entry, or of the one that restarted it, by the journey's name. It stays when the entry has
    /// ended.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastEntered { get; init; } = ReadOnlyDictionary<string, DateTimeOffset>.Empty;

    /// <summary>
    /// The time of the latest event that did not let the customer in, though the journey's <c>again</c> allowed it, by the journey's name.
    /// An event that is later neither than this nor than <see cref="LastEntered"/> is a duplicate, or came out of order.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastRefused { get; init; } = ReadOnlyDictionary<string, DateTimeOffset>.Empty;

    /// <summary>
    /// When messages that count towards the limit were claimed, those of campaigns included; at most 20, of the last 30 days.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Sends { get; init; } = [];

    /// <summary>When something is to be done next; null when the customer is in no journey.</summary>
    public DateTimeOffset? Due => Enrollments.Count == 0 ? null : Enrollments.Values.Min(each => each.Due);

    /// <summary>Whether an event of a type happened at an instant or since.</summary>
    public bool HasSeen(string eventType, DateTimeOffset since) => Seen.TryGetValue(eventType, out var at) && at >= since;

    /// <summary>With a message of an entry claimed.</summary>
    internal CustomerJourneys Claimed(Enrollment entry, JourneyMessage message) => this with
    {
        Enrollments = Enrollments.With(
            entry.Journey,
            entry with
            {
                Claim = message.Claim,
                Sent = [.. entry.Sent, message.Claim.Template],
                Due = message.Claim.At + JourneyTimes.Lease,
            }),
        Sends = message.CountsTowardsLimit ? Counting(message.Claim.At).Sends : Sends,
    };

    /// <summary>With a message counted.</summary>
    internal CustomerJourneys Counting(DateTimeOffset claimed) => this with
    {
        Sends = [.. Sends.Where(at => at > claimed - LongestLimit).Append(claimed).TakeLast(MostSends)],
    };

    /// <summary>Without a message that was counted. Another may have been claimed at the same instant, and that one counts on.</summary>
    internal CustomerJourneys NotCounting(DateTimeOffset claimed)
    {
        var kept = Sends.ToList();
        kept.Remove(claimed);
        return this with { Sends = kept };
    }
}
