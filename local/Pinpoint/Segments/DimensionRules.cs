using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Segments;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>What Pinpoint demands of dimensions, in segments and in journeys.</summary>
internal static class DimensionRules
{
    /// <summary>Checks dimensions of endpoints.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: they break a rule.</exception>
    public static void Check(SegmentDimensions dimensions)
    {
        CheckAttributes(dimensions.Attributes, "Attributes");
        CheckAttributes(dimensions.UserAttributes, "UserAttributes");
        CheckMetrics(dimensions.Metrics);
        foreach (var (name, set) in Sets(dimensions))
        {
            CheckSet(set, name);
        }

        Require.That(
            dimensions.Location?.GpsPoint is null or { Coordinates: not null, RangeInKilometers: > 0 },
            "GPSPoint has Coordinates and a RangeInKilometers above 0.");
        Require.That(
            dimensions.Behavior?.Recency is null or { Duration: not null, RecencyType: "ACTIVE" or "INACTIVE" },
            "Recency has a Duration and a RecencyType, ACTIVE or INACTIVE.");
        Require.That(
            dimensions.Behavior?.Recency is not { } recency || Recency.Durations.ContainsKey(recency.Duration!),
            $"Recency.Duration is one of {string.Join(", ", Recency.Durations.Keys)}.");
    }

    /// <summary>Checks dimensions of attributes.</summary>
    public static void CheckAttributes(IReadOnlyDictionary<string, AttributeDimension>? dimensions, string member)
    {
        foreach (var dimension in (dimensions ?? new Dictionary<string, AttributeDimension>()).Values)
        {
            Require.That(dimension is { Values: { } values } && HasValues(values), $"{member}: Values is missing, is empty or holds null.");
            Require.That(
                dimension.AttributeType is null || DimensionOperators.OfAttributes.ContainsKey(dimension.AttributeType),
                $"{member}: AttributeType is one of {string.Join(", ", DimensionOperators.OfAttributes.Keys)}.");
            Require.That(dimension.AttributeType != "BETWEEN" || dimension.Values!.Count == 2, $"{member}: BETWEEN has two Values.");
            Require.That(
                !DimensionOperators.ComparesInstants(dimension) || dimension.Values!.All(value => SegmentInstant.Parse(value) is not null),
                $"{member}: {dimension.AttributeType} has Values that are ISO 8601 instants in UTC, such as 2026-12-01T09:00:00Z.");
        }
    }

    /// <summary>Checks dimensions of metrics.</summary>
    public static void CheckMetrics(IReadOnlyDictionary<string, MetricDimension>? dimensions) => Require.That(
        (dimensions ?? new Dictionary<string, MetricDimension>()).Values.All(each =>
            each is { ComparisonOperator: { } comparison, Value: not null } && DimensionOperators.OfMetrics.ContainsKey(comparison)),
        "Metrics: each has a ComparisonOperator of Pinpoint's and a Value.");

    /// <summary>Checks one set.</summary>
    public static void CheckSet(SetDimension? set, string member)
    {
        Require.That(set is null || HasValues(set.Values), $"{member}: Values is missing, is empty or holds null.");
        Require.That(set?.DimensionType is null || DimensionOperators.OfSets.ContainsKey(set.DimensionType),
            $"{member}: DimensionType is INCLUSIVE or EXCLUSIVE.");
    }

    /// <summary>How many dimensions these are.</summary>
    public static int Count(SegmentDimensions dimensions) =>
        (dimensions.Attributes?.Count ?? 0) + (dimensions.UserAttributes?.Count ?? 0) + (dimensions.Metrics?.Count ?? 0)
        + Sets(dimensions).Count(each => each.Set is not null)
        + (dimensions.Location?.GpsPoint is null ? 0 : 1) + (dimensions.Behavior?.Recency is null ? 0 : 1);

    private static bool HasValues(IReadOnlyList<string?>? values) => values is { Count: > 0 } && values.All(value => value is not null);

    private static IEnumerable<(string Name, SetDimension? Set)> Sets(SegmentDimensions dimensions) =>
    [
        ("Demographic.AppVersion", dimensions.Demographic?.AppVersion),
        ("Demographic.Channel", dimensions.Demographic?.Channel),
        ("Demographic.DeviceType", dimensions.Demographic?.DeviceType),
        ("Demographic.Make", dimensions.Demographic?.Make),
        ("Demographic.Model", dimensions.Demographic?.Model),
        ("Demographic.Platform", dimensions.Demographic?.Platform),
        ("Location.Country", dimensions.Location?.Country),
    ];
}
