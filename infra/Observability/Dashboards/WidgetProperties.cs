using System.Text.Json.Serialization;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>What a widget shows, by its type.</summary>
[JsonDerivedType(typeof(TextProperties))]
[JsonDerivedType(typeof(AlarmProperties))]
[JsonDerivedType(typeof(MetricProperties))]
internal abstract record WidgetProperties;

/// <summary>Of the type <c>text</c>.</summary>
internal sealed record TextProperties(string Markdown) : WidgetProperties;

/// <summary>Of the type <c>alarm</c>.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Alarms">ARNs.</param>
internal sealed record AlarmProperties(string Title, IReadOnlyList<string> Alarms) : WidgetProperties;

/// <summary>Of the type <c>metric</c>.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Region">The region of the metrics.</param>
/// <param name="View">Such as <c>timeSeries</c>.</param>
/// <param name="Period">Seconds between two values.</param>
/// <param name="Metrics">Each as <see cref="Metric.Parts"/>.</param>
/// <param name="SetPeriodToTimeRange">True for one value over all the time that the dashboard shows; null for one in each period.</param>
internal sealed record MetricProperties(
    string Title,
    string Region,
    string View,
    int Period,
    IReadOnlyList<IReadOnlyList<object>> Metrics,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? SetPeriodToTimeRange = null)
    : WidgetProperties;
