using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Functions;
using Engagement.Telemetry;
using Handlers.Tests.Recording;

namespace Handlers.Tests.CompanyEvents;

/// <summary>What a function writes down, and its clock.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A memory stream holds nothing to dispose of.")]
internal sealed class Telemetry
{
    private readonly MemoryStream output = new();

    public Telemetry()
    {
        var lines = new JsonLineWriter(output);
        (Log, Metrics) = (new LogWriter(lines), new MetricsWriter(lines, Time, "test"));
    }

    public ManualTime Time { get; } = new();

    /// <summary>That of an invocation which has half a minute.</summary>
    public Deadline Deadline() => new(Time, TimeSpan.FromSeconds(30));

    public LogWriter Log { get; }

    public MetricsWriter Metrics { get; }

    public string Output => Encoding.UTF8.GetString(output.ToArray());

    public IReadOnlyList<JsonNode> Lines(string log) => [.. All.Where(line => (string?)line["log"] == log)];

    /// <summary>The sum of a metric, of one reason or of all.</summary>
    public long Metric(string name, string? reason = null)
    {
        Metrics.Flush();
        return All
            .Where(line => line["_aws"] is not null && line[name] is not null && (reason is null || (string?)line["Reason"] == reason))
            .Sum(line => (long)line[name]!);
    }

    private IEnumerable<JsonNode> All => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
}
