namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Compares a metric with a number (service model, MetricDimension). A metric that is not there fits nothing.</summary>
internal static class MetricFilter
{
    private static readonly Dictionary<string, Func<double, double, bool>> Operators = new(StringComparer.Ordinal)
    {
        ["EQUAL"] = (actual, value) => actual.Equals(value),
        ["GREATER_THAN"] = (actual, value) => actual > value,
        ["LESS_THAN"] = (actual, value) => actual < value,
        ["GREATER_THAN_OR_EQUAL"] = (actual, value) => actual >= value,
        ["LESS_THAN_OR_EQUAL"] = (actual, value) => actual <= value,
    };

    /// <summary>Whether there is a comparison of that name.</summary>
    public static bool Knows(string? comparison) => comparison is not null && Operators.ContainsKey(comparison);

    /// <summary>Tells whether a metric fits; null where there is none.</summary>
    public static Func<double?, bool> Create(MetricDimension dimension)
    {
        var (compare, value) = (Operators[dimension.ComparisonOperator!], dimension.Value!.Value);
        return actual => actual is { } number && compare(number, value);
    }
}
