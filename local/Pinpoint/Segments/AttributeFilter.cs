using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>
/// Compares an attribute's values by an AttributeType (service model, AttributeDimension). Any one value that fits makes the attribute fit;
/// for
/// EXCLUSIVE none may. Text is compared as it is written, case included.
/// </summary>
internal static class AttributeFilter
{
    /// <summary>All types.</summary>
    public static IReadOnlySet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "INCLUSIVE", "EXCLUSIVE", "CONTAINS", "BEFORE", "AFTER", "BETWEEN", "ON",
    };

    /// <summary>Those that compare instants.</summary>
    public static IReadOnlySet<string> DateTypes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "BEFORE",
        "AFTER",
        "BETWEEN",
        "ON"
    };

    /// <summary>Tells whether an attribute's values fit; null and empty where it has none.</summary>
    public static Func<IReadOnlyList<string>?, bool> Create(AttributeDimension dimension)
    {
        var values = dimension.Values!;
        return dimension.AttributeType switch
        {
            "EXCLUSIVE" => actual => actual is null || !actual.Any(values.Contains),
            "CONTAINS" => Any(value => values.Any(part => value.Contains(part, StringComparison.Ordinal))),
            "BEFORE" => AnyInstant(values, (instant, criteria) => criteria.Any(criterion => instant < criterion)),
            "AFTER" => AnyInstant(values, (instant, criteria) => criteria.Any(criterion => instant > criterion)),
            "ON" =>
                AnyInstant(
                    values, (instant, criteria) => criteria.Any(criterion => instant.UtcDateTime.Date == criterion.UtcDateTime.Date)),
            "BETWEEN" => AnyInstant(values, (instant, criteria) => criteria[0] <= instant && instant <= criteria[1]),
            _ => Any(values.Contains),
        };
    }

    /// <summary>Reads a value as Java's ISO_INSTANT does: in UTC, with seconds and a Z.</summary>
    public static bool TryReadInstant(string value, out DateTimeOffset instant)
    {
        instant = default;
        return value is [.., 'Z'] && value.AsSpan().Count(':') == 2 && Iso8601.TryParse(value, out instant);
    }

    private static Func<IReadOnlyList<string>?, bool> Any(Func<string, bool> fits) => actual =>
    {
        for (var i = 0; i < (actual?.Count ?? 0); i++)
        {
            if (fits(actual![i]))
            {
                return true;
            }
        }

        return false;
    };

    private static Func<IReadOnlyList<string>?, bool> AnyInstant(
        IReadOnlyList<string> values, Func<DateTimeOffset, DateTimeOffset[], bool> fits)
    {
        DateTimeOffset[] criteria = [
            .. values.Select(value =>
                TryReadInstant(value, out var instant) ? instant : throw new FormatException("Criteria are checked before."))
        ];
        return Any(value => TryReadInstant(value, out var instant) && fits(instant, criteria));
    }
}
