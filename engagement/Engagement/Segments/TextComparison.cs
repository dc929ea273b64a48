using System.Collections.Frozen;
using Engagement.Definitions.Segments;

namespace Engagement.Segments;

/// <summary>
/// Compares texts with the values of a condition. One text that fits is enough; of <see cref="SegmentOperator.NotIn"/> none may be among
/// the values, so that a missing attribute fits it and no other. Letters are compared as they are written, capitals included.
/// </summary>
public sealed class TextComparison
{
    private readonly Predicate<string> isMatch;
    private readonly bool wanted;

    private TextComparison(Predicate<string> isMatch, bool wanted = true)
    {
        this.isMatch = isMatch;
        this.wanted = wanted;
    }

    /// <exception cref="ArgumentOutOfRangeException">The operator compares numbers.</exception>
    /// <exception cref="FormatException">The operator compares instants, and a value is none.</exception>
    public static TextComparison Create(SegmentOperator compared, IReadOnlyList<string> values) => compared switch
    {
        SegmentOperator.In => new(Set(values).Contains),
        SegmentOperator.NotIn => new(Set(values).Contains, wanted: false),
        SegmentOperator.Contains => new(Parts([.. values])),
        SegmentOperator.Before => new(Before(Instants(values).Max())),
        SegmentOperator.After => new(After(Instants(values).Min())),
        SegmentOperator.Between => new(Between(Instants(values))),
        SegmentOperator.On => new(On(Instants(values).Select(Day).ToFrozenSet())),
        _ => throw new ArgumentOutOfRangeException(nameof(compared), compared, "Compares numbers."),
    };

    /// <summary>Whether an attribute fits.</summary>
    /// <param name="values">Its values; null when there is no such attribute.</param>
    public bool Fits(IReadOnlyList<string>? values)
    {
        for (var i = 0; i < (values?.Count ?? 0); i++)
        {
            if (isMatch(values![i]))
            {
                return wanted;
            }
        }

        return !wanted;
    }

    /// <summary>Whether a single text fits; null when there is none.</summary>
    public bool Fits(string? value) => (value is not null && isMatch(value)) == wanted;

    private static FrozenSet<string> Set(IReadOnlyList<string> values) => values.ToFrozenSet(StringComparer.Ordinal);

    private static Predicate<string> Parts(string[] parts) => text =>
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    };

    // Before one of several is before the latest of them.
    private static Predicate<string> Before(DateTimeOffset latest) => text => SegmentInstant.Parse(text) < latest;

    private static Predicate<string> After(DateTimeOffset earliest) => text => SegmentInstant.Parse(text) > earliest;

    private static Predicate<string> Between(DateTimeOffset[] window) =>
        text => SegmentInstant.Parse(text) is { } instant && window[0] <= instant && instant <= window[1];

    private static Predicate<string> On(FrozenSet<DateOnly> days) =>
        text => SegmentInstant.Parse(text) is { } instant && days.Contains(Day(instant));

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static DateTimeOffset[] Instants(IReadOnlyList<string> values) =>
    [
        .. values.Select(value => SegmentInstant.Parse(value) ?? throw new FormatException($"'{value}' is no instant in UTC.")),
    ];
}
