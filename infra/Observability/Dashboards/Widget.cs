namespace Engagement.Infra.Observability.Dashboards;

/// <summary>A part of a dashboard, in the form that CloudWatch documents under "Dashboard body structure and syntax".</summary>
internal sealed record Widget
{
    // A dashboard is 24 units wide.
    private const int FullWidth = 24;
    private const int Third = 8;
    private const int FiveMinutes = 300;

    private Widget(string type, int width, int height, WidgetProperties properties) =>
        (Type, Width, Height, Properties) = (type, width, height, properties);

    public string Type { get; }

    public int Width { get; }

    public int Height { get; }

    public WidgetProperties Properties { get; }

    /// <summary>A heading, with what the widgets below it mean.</summary>
    public static Widget Heading(string markdown) => new("text", FullWidth, 2, new TextProperties(markdown));

    /// <summary>The state of alarms, by their ARNs.</summary>
    public static Widget Alarms(string title, IReadOnlyList<string> arns) => new("alarm", FullWidth, 4, new AlarmProperties(title, arns));

    /// <summary>Lines over time, one value in five minutes.</summary>
    public static Widget Lines(string title, string region, params IEnumerable<Metric> metrics) =>
        new("metric", Third, 6, new MetricProperties(
            title, region, "timeSeries", FiveMinutes, [.. metrics.Select(metric => metric.Parts)]));

    /// <summary>Numbers: each metric's one value over all the time that the dashboard shows.</summary>
    public static Widget Numbers(string title, string region, params IEnumerable<Metric> metrics) =>
        new("metric", FullWidth, 3, new MetricProperties(
            title, region, "singleValue", FiveMinutes, [.. metrics.Select(metric => metric.Parts)], SetPeriodToTimeRange: true));
}
