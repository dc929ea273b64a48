using System.Collections.Immutable;

namespace Engagement.Local.CloudWatch.Metrics;

/// <summary>A metric's value at one time, under one set of dimensions.</summary>
/// <param name="Namespace">Namespace, such as <c>Engagement</c>.</param>
/// <param name="Name">Metric name.</param>
/// <param name="Dimensions">Dimensions in order of name.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Unit, <c>None</c> where it has none.</param>
/// <param name="At">When it was measured, as the line says.</param>
internal sealed record MetricDatum(
    string Namespace, string Name, ImmutableSortedDictionary<string, string> Dimensions, double Value, string Unit, DateTimeOffset At);

/// <summary>What a metric came to since the start, under one set of dimensions.</summary>
internal sealed record MetricTotal(
    string Namespace, string Name, ImmutableSortedDictionary<string, string> Dimensions, double Sum, long Count, double Minimum,
    double Maximum, string Unit, DateTimeOffset LastAt);
