using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Load;

/// <summary>What a load run came to, as a file has it.</summary>
internal sealed record LoadFigures
{
    /// <summary>Pixels that were answered 200.</summary>
    public required int Stored { get; init; }

    /// <summary>Of these, those that were recorded.</summary>
    public required int Recorded { get; init; }

    /// <summary>Of these, those that a rule rejected.</summary>
    public required int Rejected { get; init; }

    /// <summary>Pixels answered in a second, on average.</summary>
    public required double StoredASecond { get; init; }

    /// <summary>Seconds from the first pixel to the last record.</summary>
    public required double RecordedAfterSeconds { get; init; }

    /// <summary>Seconds from a pixel's request to its record: the median, and what one in a hundred exceeds.</summary>
    public required Percentiles SecondsToRecord { get; init; }

    /// <summary>Messages that were sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Seconds from the company event to the end of its campaigns; null without one, or when they did not end.</summary>
    public required double? SentAfterSeconds { get; init; }

    /// <summary>Calls of functions to services, by the metric that counts them.</summary>
    public required IReadOnlyDictionary<string, int> Calls { get; init; }

    /// <summary>The most memory that an invocation of each function took, in MB.</summary>
    public required IReadOnlyDictionary<string, int> MemoryMegabytes { get; init; }

    /// <summary>What had happened, each second.</summary>
    public required IReadOnlyList<LoadSample> Samples { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Indented);

    /// <summary>A table for people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Row("pixels a second, answered", $"{StoredASecond:N0}");
        yield return Row("recorded and rejected of stored", $"{Recorded:N0} and {Rejected:N0} of {Stored:N0}");
        yield return Row("first pixel to last record", $"{RecordedAfterSeconds:N1} s");
        yield return Row("pixel to record, median and p99", $"{SecondsToRecord.Median:N1} s and {SecondsToRecord.P99:N1} s");
        yield return Row("messages", $"{Sent:N0}");
        if (SentAfterSeconds is { } seconds)
        {
            yield return Row("company event to the end of its campaigns", $"{seconds:N1} s");
        }

        foreach (var (metric, count) in Calls)
        {
            yield return Row(metric, $"{count:N0}");
        }

        foreach (var (function, memory) in MemoryMegabytes)
        {
            yield return Row($"memory of {function}", $"{memory:N0} MB");
        }
    }

    private static string Row(string what, FormattableString value) => $"| {what} | {value.ToString(CultureInfo.InvariantCulture)} |";

    private static JsonSerializerOptions Indented { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
