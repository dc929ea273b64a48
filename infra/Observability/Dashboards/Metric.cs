using System.Text.Json.Nodes;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>One line, or with a search several, of a widget.</summary>
internal sealed record Metric
{
    private readonly JsonArray json;

    private Metric(JsonArray json) => this.json = json;

    /// <summary>A metric with its dimensions.</summary>
    /// <param name="label">What the line is called.</param>
    /// <param name="statistic">Such as <c>Sum</c> or <c>p99</c>.</param>
    /// <param name="space">CloudWatch's namespace.</param>
    /// <param name="name">The metric's name within it.</param>
    /// <param name="dimensions">Names and values, in turns.</param>
    public static Metric Of(string label, string statistic, string space, string name, params IEnumerable<string> dimensions) =>
        new([space, name, .. dimensions.Select(text => (JsonNode)text), new JsonObject { ["label"] = label, ["stat"] = statistic }]);

    /// <summary>Everything that a search finds, each as a line called after what distinguishes it.</summary>
    public static Metric Found(string search, string statistic) =>
        new([new JsonObject { ["expression"] = $"SEARCH('{search}', '{statistic}')", ["label"] = "" }]);

    public JsonNode ToJson() => json.DeepClone();
}
