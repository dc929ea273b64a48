using System.Text.Json.Nodes;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>A part of a dashboard, in the form that CloudWatch documents under "Dashboard body structure and syntax".</summary>
internal static class Widget
{
    // A dashboard is 24 units wide.
    private const int FullWidth = 24;
    private const int Third = 8;
    private const int FiveMinutes = 300;

    /// <summary>A heading, with what the widgets below it mean.</summary>
    public static JsonObject Heading(string markdown) => Of("text", FullWidth, 2, new() { ["markdown"] = markdown });

    /// <summary>The state of alarms, by their ARNs.</summary>
    public static JsonObject Alarms(string title, IEnumerable<string> arns) =>
        Of("alarm", FullWidth, 4, new() { ["title"] = title, ["alarms"] = new JsonArray([.. arns.Select(arn => (JsonNode)arn)]) });

    /// <summary>Lines over time, one value in five minutes.</summary>
    public static JsonObject Lines(string title, string region, params IEnumerable<Metric> metrics) => Of("metric", Third, 6, new()
    {
        ["title"] = title,
        ["region"] = region,
        ["view"] = "timeSeries",
        ["period"] = FiveMinutes,
        ["metrics"] = new JsonArray([.. metrics.Select(metric => metric.ToJson())]),
    });

    private static JsonObject Of(string type, int width, int height, JsonObject properties) =>
        new() { ["type"] = type, ["width"] = width, ["height"] = height, ["properties"] = properties };
}
