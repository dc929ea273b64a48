using Engagement.Local.Pinpoint.Segments;
using Engagement.Segments;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Compares an event with the dimensions of a filter.</summary>
internal static class EventDimensionFilter
{
    /// <summary>Whether an event is as the dimensions ask.</summary>
    public static bool Fits(
        EventDimensions dimensions,
        string eventType,
        IReadOnlyDictionary<string, string> attributes,
        IReadOnlyDictionary<string, double> metrics) =>
        (dimensions.EventType is not { } type || TextComparison.Create(DimensionOperators.Of(type), type.Values!).Fits(eventType))
        && (dimensions.Attributes ?? new Dictionary<string, AttributeDimension>())
            .All(each => Fits(each.Value, attributes.GetValueOrDefault(each.Key)))
        && (dimensions.Metrics ?? new Dictionary<string, MetricDimension>())
            .All(each => Fits(each.Value, metrics.TryGetValue(each.Key, out var value) ? value : null));

    private static bool Fits(AttributeDimension dimension, string? value) =>
        TextComparison.Create(DimensionOperators.Of(dimension), dimension.Values!).Fits(value);

    private static bool Fits(MetricDimension dimension, double? value) =>
        NumberComparison.Create(DimensionOperators.Of(dimension), DimensionConditions.Values(dimension)).Fits(value);
}
