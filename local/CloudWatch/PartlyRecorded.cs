using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Engagement.Local.CloudWatch;

/// <summary>
/// An event that Pinpoint recorded without what it says of its endpoint and user, as the function logged it: never any value that the
/// caller sent.
/// </summary>
/// <param name="Id">Request id.</param>
/// <param name="At">When the request came.</param>
/// <param name="Message">Pinpoint's reason.</param>
internal sealed record PartlyRecordedEvent(string Id, DateTimeOffset At, string? Message);

/// <summary>The events recorded in part that are found in log lines, those whose <c>log</c> is <c>endpointRefused</c>.</summary>
internal sealed class PartlyRecorded
{
    private const int Capacity = 10_000;
    private readonly RecentItems<PartlyRecordedEvent> events = new(Capacity);
    private readonly ConcurrentDictionary<string, bool> ids = new(StringComparer.Ordinal);

    /// <summary>From the oldest to the newest, the last 10,000.</summary>
    public IReadOnlyList<PartlyRecordedEvent> All => events.ToList();

    /// <summary>Ids of all requests whose event was ever recorded in part.</summary>
    public IReadOnlyCollection<string> Ids => [.. ids.Keys];

    /// <summary>Takes a log line where it tells of such an event.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    internal string? Read(JsonElement line)
    {
        if (Text(line, "log") != "endpointRefused")
        {
            return null;
        }

        if (Text(line, "id") is not { } id
            || !DateTimeOffset.TryParse(Text(line, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return "a refused endpoint needs id, and at, an ISO 8601 instant";
        }

        ids[id] = true;
        events.Add(new(id, at, Text(line, "message")));
        return null;
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
