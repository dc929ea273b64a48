namespace Engagement.Customers;

/// <summary>
/// When a request said something, and which request: what orders updates, whatever the order in which they arrive. The later time wins; of
/// equal times the greater id, by its characters' code units.
/// </summary>
public readonly record struct UpdateStamp : IComparable<UpdateStamp>
{
    /// <param name="at">When the request arrived, or since when an imported row is in effect. Kept to the millisecond.</param>
    /// <param name="id">The request's id; any text that is the same whenever the same request is delivered again.</param>
    public UpdateStamp(DateTimeOffset at, string id) =>
        (At, Id) = (DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), id);

    /// <summary>When, in UTC and whole milliseconds.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Which request.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public int CompareTo(UpdateStamp other) => At == other.At ? string.CompareOrdinal(Id, other.Id) : At.CompareTo(other.At);

    /// <summary>Whether the left one is the earlier.</summary>
    public static bool operator <(UpdateStamp left, UpdateStamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is the later.</summary>
    public static bool operator >(UpdateStamp left, UpdateStamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is not the later.</summary>
    public static bool operator <=(UpdateStamp left, UpdateStamp right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is not the earlier.</summary>
    public static bool operator >=(UpdateStamp left, UpdateStamp right) => left.CompareTo(right) >= 0;
}
