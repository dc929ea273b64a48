using Engagement.Definitions.Segments;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>What Pinpoint's words for comparing mean (service model, AttributeDimension, SetDimension, MetricDimension).</summary>
internal static class DimensionOperators
{
    private const string Default = "INCLUSIVE";

    /// <summary>By AttributeType.</summary>
    public static IReadOnlyDictionary<string, SegmentOperator> OfAttributes { get; } = new Dictionary<string, SegmentOperator>
    {
        [Default] = SegmentOperator.In,
        ["EXCLUSIVE"] = SegmentOperator.NotIn,
        ["CONTAINS"] = SegmentOperator.Contains,
        ["BEFORE"] = SegmentOperator.Before,
        ["AFTER"] = SegmentOperator.After,
        ["BETWEEN"] = SegmentOperator.Between,
        ["ON"] = SegmentOperator.On,
    };

    /// <summary>By DimensionType.</summary>
    public static IReadOnlyDictionary<string, SegmentOperator> OfSets { get; } = new Dictionary<string, SegmentOperator>
    {
        [Default] = SegmentOperator.In,
        ["EXCLUSIVE"] = SegmentOperator.NotIn,
    };

    /// <summary>By ComparisonOperator.</summary>
    public static IReadOnlyDictionary<string, SegmentOperator> OfMetrics { get; } = new Dictionary<string, SegmentOperator>
    {
        ["EQUAL"] = SegmentOperator.Equal,
        ["GREATER_THAN"] = SegmentOperator.MoreThan,
        ["GREATER_THAN_OR_EQUAL"] = SegmentOperator.AtLeast,
        ["LESS_THAN"] = SegmentOperator.LessThan,
        ["LESS_THAN_OR_EQUAL"] = SegmentOperator.AtMost,
    };

    /// <summary>How an attribute is compared.</summary>
    public static SegmentOperator Of(AttributeDimension dimension) => OfAttributes[dimension.AttributeType ?? Default];

    /// <summary>How a text of the device or the place is compared.</summary>
    public static SegmentOperator Of(SetDimension dimension) => OfSets[dimension.DimensionType ?? Default];

    /// <summary>How a metric is compared.</summary>
    public static SegmentOperator Of(MetricDimension dimension) => OfMetrics[dimension.ComparisonOperator!];

    /// <summary>Whether the values are instants.</summary>
    public static bool ComparesInstants(AttributeDimension dimension) =>
        Of(dimension) is SegmentOperator.Before or SegmentOperator.After or SegmentOperator.Between or SegmentOperator.On;
}
