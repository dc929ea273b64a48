using System.Collections.ObjectModel;
using Engagement.Sending;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// What became of the endpoints that were gone through. <see cref="Seen"/> is the sum of all others: nobody is lost between them.
/// </summary>
public sealed record RunProgress
{
    /// <summary>Nothing yet.</summary>
    public static RunProgress None { get; } = new();

    /// <summary>Endpoints of customers that were looked at.</summary>
    public long Seen => Sent + Unknown + Held + LeftOut.Values.Sum();

    /// <summary>Endpoints that got the message.</summary>
    public long Sent { get; init; }

    /// <summary>Endpoints of which nobody knows whether they got it. They are not sent to again.</summary>
    public long Unknown { get; init; }

    /// <summary>Endpoints that may not get the message at the hour at which they were looked at.</summary>
    public long Held { get; init; }

    /// <summary>When the first of those may get it; null when there are none.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Endpoints that got no message, by the reason.</summary>
    public IReadOnlyDictionary<string, long> LeftOut { get; init; } = ReadOnlyDictionary<string, long>.Empty;

    /// <summary>What became of endpoints that each have a result.</summary>
    public static RunProgress From(IReadOnlyList<Delivery> results) => new()
    {
        Sent = results.Count(result => result.State == DeliveryState.Sent),
        Unknown = results.Count(result => result.State == DeliveryState.Unknown),
        LeftOut = results.Where(result => result.State == DeliveryState.LeftOut)
            .GroupBy(result => result.Reason ?? "", StringComparer.Ordinal)
            .ToDictionary(reason => reason.Key, reason => reason.LongCount(), StringComparer.Ordinal),
    };

    /// <summary>Both together.</summary>
    public RunProgress Plus(RunProgress other) => new()
    {
        Sent = Sent + other.Sent,
        Unknown = Unknown + other.Unknown,
        Held = Held + other.Held,
        HeldUntil = new[] { HeldUntil, other.HeldUntil }.Min(),
        LeftOut = LeftOut.Concat(other.LeftOut)
            .GroupBy(reason => reason.Key, reason => reason.Value, StringComparer.Ordinal)
            .ToDictionary(reason => reason.Key, reason => reason.Sum(), StringComparer.Ordinal),
    };

    /// <summary>Endpoints that are held, each until its instant.</summary>
    public static RunProgress Holding(IReadOnlyList<DateTimeOffset> until) => new()
    {
        Held = until.Count,
        HeldUntil = until.Count == 0 ? null : until.Min(),
    };

    /// <summary>Endpoints that got no message, each for its reason.</summary>
    public static RunProgress LeavingOut(IEnumerable<string> reasons) => new()
    {
        LeftOut = reasons.CountBy(reason => reason, StringComparer.Ordinal)
            .ToDictionary(reason => reason.Key, reason => (long)reason.Value, StringComparer.Ordinal),
    };
}
