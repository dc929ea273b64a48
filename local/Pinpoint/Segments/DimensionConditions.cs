using System.Globalization;
using Engagement.Definitions.Segments;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Dimensions as conditions of a segment's definition, which have one meaning everywhere.</summary>
internal static class DimensionConditions
{
    /// <summary>All but recency and the circle on the globe, which no definition names.</summary>
    public static IReadOnlyList<SegmentCondition> Create(SegmentDimensions dimensions) =>
    [
        .. Attributes(SegmentSubject.UserAttribute, dimensions.UserAttributes),
        .. Attributes(SegmentSubject.Attribute, dimensions.Attributes),
        .. (dimensions.Metrics ?? new Dictionary<string, MetricDimension>()).Select(each => Metric(each.Key, each.Value)),
        .. Set(SegmentSubject.AppVersion, dimensions.Demographic?.AppVersion),
        .. Set(SegmentSubject.Channel, dimensions.Demographic?.Channel),
        // An endpoint has no member of that name; the console shows the platform as the type of device.
        .. Set(SegmentSubject.Platform, dimensions.Demographic?.DeviceType),
        .. Set(SegmentSubject.Make, dimensions.Demographic?.Make),
        .. Set(SegmentSubject.Model, dimensions.Demographic?.Model),
        .. Set(SegmentSubject.Platform, dimensions.Demographic?.Platform),
        .. Set(SegmentSubject.Country, dimensions.Location?.Country),
    ];

    /// <summary>The number that a metric is compared with.</summary>
    public static IReadOnlyList<string> Values(MetricDimension dimension) =>
        [dimension.Value!.Value.ToString(CultureInfo.InvariantCulture)];

    private static IEnumerable<SegmentCondition> Attributes(
        SegmentSubject subject, IReadOnlyDictionary<string, AttributeDimension>? dimensions) =>
        (dimensions ?? new Dictionary<string, AttributeDimension>()).Select(each => new SegmentCondition
        {
            Subject = subject,
            Name = each.Key,
            Operator = DimensionOperators.Of(each.Value),
            Values = each.Value.Values!,
        });

    private static SegmentCondition Metric(string name, MetricDimension dimension) => new()
    {
        Subject = SegmentSubject.Metric,
        Name = name,
        Operator = DimensionOperators.Of(dimension),
        Values = Values(dimension),
    };

    private static SegmentCondition[] Set(SegmentSubject subject, SetDimension? dimension) => dimension is null
        ? []
        : [new() { Subject = subject, Operator = DimensionOperators.Of(dimension), Values = dimension.Values! }];
}
