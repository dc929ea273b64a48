using System.Text.Json;

namespace Engagement.Telemetry;

/// <summary>
/// Adds metrics up and writes them as CloudWatch embedded metric format: one line for those without a reason, one for each reason.
/// Dimension sets are <c>[Stack]</c>, and with a reason also <c>[Stack, Reason]</c>, so that a metric's total and its parts are both there.
/// Not for use by several threads at once.
/// </summary>
/// <param name="lines">Where lines go.</param>
/// <param name="time">Stamps the lines.</param>
/// <param name="stack">The environment's name: value of the dimension <c>Stack</c>.</param>
public sealed class MetricsWriter(JsonLineWriter lines, TimeProvider time, string stack)
{
    // The format's own limit on values of one metric in one line.
    private const int MostValues = 100;

    // Calls that run side by side report when they end, each on a thread of its own.
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, long>> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<double>> durations = new(StringComparer.Ordinal);

    /// <param name="metric">One of <see cref="MetricName"/>.</param>
    /// <param name="value">How many more.</param>
    /// <param name="reason">A code, never something that a caller sent; null for a metric without reasons.</param>
    public void Count(string metric, long value = 1, string? reason = null)
    {
        lock (gate)
        {
            if (!counts.TryGetValue(reason ?? "", out var byMetric))
            {
                counts.Add(reason ?? "", byMetric = new(StringComparer.Ordinal));
            }

            byMetric[metric] = byMetric.GetValueOrDefault(metric) + value;
        }
    }

    /// <param name="metric">One of <see cref="MetricName"/>.</param>
    /// <param name="elapsed">One more measurement.</param>
    public void Duration(string metric, TimeSpan elapsed)
    {
        lock (gate)
        {
            if (!durations.TryGetValue(metric, out var values))
            {
                durations.Add(metric, values = []);
            }

            values.Add(elapsed.TotalMilliseconds);
            if (values.Count == MostValues)
            {
                Flush();
            }
        }
    }

    /// <summary>Writes what was added since the last time; nothing when nothing was.</summary>
    public void Flush()
    {
        lock (gate)
        {
            Write();
        }
    }

    private void Write()
    {
        foreach (var reason in counts.Keys.Append("").Distinct().Order(StringComparer.Ordinal))
        {
            var byMetric = counts.GetValueOrDefault(reason) ?? [];
            var measured = reason.Length == 0 ? durations : [];
            if (byMetric.Count + measured.Count > 0)
            {
                lines.Write(
                    (Timestamp: time.GetUtcNow().ToUnixTimeMilliseconds(), Stack: stack, reason, byMetric, measured), static (json, line) =>
                {
                    WriteDirective(json, line.Timestamp, line.reason, line.byMetric.Keys, line.measured.Keys);
                    WriteValues(json, line.Stack, line.reason, line.byMetric, line.measured);
                });
            }
        }

        counts.Clear();
        durations.Clear();
    }

    private static void WriteDirective(
        Utf8JsonWriter json, long timestamp, string reason, IEnumerable<string> counted, IEnumerable<string> measured)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", timestamp);
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", MetricName.Namespace);
        json.WriteStartArray("Dimensions");
        WriteDimensionSet(json, "Stack");
        if (reason.Length > 0)
        {
            WriteDimensionSet(json, "Stack", "Reason");
        }

        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        WriteMetrics(json, counted, "Count");
        WriteMetrics(json, measured, "Milliseconds");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDimensionSet(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        json.WriteStartArray();
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void WriteMetrics(Utf8JsonWriter json, IEnumerable<string> names, string unit)
    {
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }
    }

    private static void WriteValues(
        Utf8JsonWriter json,
        string stack,
        string reason,
        SortedDictionary<string, long> counts,
        SortedDictionary<string, List<double>> durations)
    {
        json.WriteString("Stack", stack);
        if (reason.Length > 0)
        {
            json.WriteString("Reason", reason);
        }

        foreach (var (name, value) in counts)
        {
            json.WriteNumber(name, value);
        }

        foreach (var (name, values) in durations)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }
    }
}
