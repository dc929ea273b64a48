using Engagement.Local.Pinpoint.Segments;

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
        (dimensions.EventType is not { } type || SetFilter.Fits(type, eventType))
        && (dimensions.Attributes ?? new Dictionary<string, AttributeDimension>())
            .All(each => AttributeFilter.Create(each.Value)(attributes.TryGetValue(each.Key, out var value) ? [value] : null))
        && (dimensions.Metrics ?? new Dictionary<string, MetricDimension>())
            .All(each => MetricFilter.Create(each.Value)(metrics.TryGetValue(each.Key, out var value) ? value : null));
}
