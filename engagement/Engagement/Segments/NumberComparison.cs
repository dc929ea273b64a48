using System.Globalization;
using Engagement.Definitions.Segments;

namespace Engagement.Segments;

/// <summary>Compares a metric with the number of a condition. A missing metric fits nothing.</summary>
public sealed class NumberComparison
{
    private readonly Func<double, double, bool> compare;
    private readonly double limit;

    private NumberComparison(Func<double, double, bool> compare, double limit)
    {
        this.compare = compare;
        this.limit = limit;
    }

    /// <exception cref="ArgumentOutOfRangeException">The operator compares texts.</exception>
    /// <exception cref="FormatException">The value is no number.</exception>
    public static NumberComparison Create(SegmentOperator compared, IReadOnlyList<string> values) =>
        new(Compare(compared), double.Parse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>Whether a metric fits.</summary>
    /// <param name="value">Its number; null when there is no such metric.</param>
    public bool Fits(double? value) => value is { } number && compare(number, limit);

    private static Func<double, double, bool> Compare(SegmentOperator compared) => compared switch
    {
        SegmentOperator.Equal => (number, limit) => number.Equals(limit),
        SegmentOperator.MoreThan => (number, limit) => number > limit,
        SegmentOperator.AtLeast => (number, limit) => number >= limit,
        SegmentOperator.LessThan => (number, limit) => number < limit,
        SegmentOperator.AtMost => (number, limit) => number <= limit,
        _ => throw new ArgumentOutOfRangeException(nameof(compared), compared, "Compares texts."),
    };
}
