using System.Collections.Immutable;
using System.Text.Json;

namespace Engagement.Local.CloudWatch.Metrics;

/// <summary>
/// The embedded metric format: a log line of JSON whose <c>_aws</c> says which of its members are metrics and which are
/// their dimensions. A line that breaks the specification yields no metric in CloudWatch, without a word; here it says
/// why. Limits from the specification.
/// </summary>
internal sealed class EmbeddedMetrics(MetricStore metrics)
{
    private const int MostDimensions = 30;
    private const int MostMetrics = 100;
    private const int MostValues = 100;

    /// <summary>Takes the metrics of a log line.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Read(JsonElement line)
    {
        if (!line.TryGetProperty("_aws", out var metadata))
        {
            return null;
        }

        try
        {
            foreach (var datum in Data(line, metadata).ToList())
            {
                metrics.Add(datum);
            }

            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<MetricDatum> Data(JsonElement line, JsonElement metadata)
    {
        var at = Timestamp(metadata);
        foreach (var directive in Array(metadata, "CloudWatchMetrics", int.MaxValue))
        {
            var metricNamespace = Text(directive, "Namespace");
            var sets = Array(directive, "Dimensions", int.MaxValue).Select(set => Dimensions(line, set)).ToList();
            foreach (var definition in Array(directive, "Metrics", MostMetrics))
            {
                var name = Text(definition, "Name");
                var unit = definition.TryGetProperty("Unit", out _) ? Text(definition, "Unit") : "None";
                foreach (var value in Values(line, name))
                {
                    foreach (var dimensions in sets)
                    {
                        yield return new(metricNamespace, name, dimensions, value, unit, at);
                    }
                }
            }
        }
    }

    private static DateTimeOffset Timestamp(JsonElement metadata) =>
        metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("Timestamp", out var timestamp)
            && timestamp.ValueKind == JsonValueKind.Number
            && timestamp.TryGetInt64(out var milliseconds)
            && milliseconds >= 0
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new FormatException("_aws.Timestamp is not a whole number of milliseconds since 1970");

    private static ImmutableSortedDictionary<string, string> Dimensions(JsonElement line, JsonElement set)
    {
        if (set.ValueKind != JsonValueKind.Array || set.GetArrayLength() > MostDimensions)
        {
            throw new FormatException($"a dimension set is not a list of at most {MostDimensions} names");
        }

        return set.EnumerateArray().Select(key => key.ToString()).ToImmutableSortedDictionary(
            key => key,
            key =>
                line.TryGetProperty(key, out var value)
                    && value.ValueKind == JsonValueKind.String
                    && value.GetString() is { Length: > 0 } text
                ? text
                : throw new FormatException($"dimension '{key}' has no text"),
            StringComparer.Ordinal);
    }

    private static IEnumerable<double> Values(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out var value))
        {
            throw new FormatException($"metric '{name}' has no value");
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostValues
            ? value.EnumerateArray().Select(item => Number(item, name))
            : [Number(value, name)];
    }

    private static double Number(JsonElement value, string name) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : throw new FormatException($"metric '{name}' is not a number, nor a list of at most {MostValues} numbers");

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text
            ? text
            : throw new FormatException($"{name} is not a text");

    private static JsonElement.ArrayEnumerator Array(JsonElement parent, string name, int most) =>
        parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() <= most
            ? value.EnumerateArray()
            : throw new FormatException(most == int.MaxValue ? $"{name} is not a list" : $"{name} is not a list of at most {most}");
}
