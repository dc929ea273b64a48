using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Engagement.Local.CloudWatch;

/// <summary>An event that the pixel refused, as the function logged it: never any value that the caller sent.</summary>
/// <param name="Id">Request id.</param>
/// <param name="At">When the request came.</param>
/// <param name="Reason">Code of the reason, camel case.</param>
/// <param name="EventType">Event type, <c>(unlisted)</c> where the plan does not know it; null where it never got so far.</param>
/// <param name="Message">The reason in plain words.</param>
internal sealed record LoggedRejection(string Id, DateTimeOffset At, string Reason, string? EventType, string? Message);

/// <summary>The rejections found in log lines, those whose <c>log</c> is <c>rejected</c>.</summary>
internal sealed class Rejections
{
    private const int Capacity = 10_000;
    private readonly RecentItems<LoggedRejection> rejections = new(Capacity);
    private readonly ConcurrentDictionary<string, bool> ids = new(StringComparer.Ordinal);

    /// <summary>From the oldest to the newest, the last 10,000.</summary>
    public IReadOnlyList<LoggedRejection> All => rejections.ToList();

    /// <summary>How many there ever were.</summary>
    public long Count => rejections.Count;

    /// <summary>Ids of all requests that were ever rejected.</summary>
    public IReadOnlyCollection<string> Ids => [.. ids.Keys];

    /// <summary>Takes a log line where it tells of a rejection.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    internal string? Read(JsonElement line)
    {
        if (Text(line, "log") != "rejected")
        {
            return null;
        }

        if (Text(line, "id") is not { } id || Text(line, "reason") is not { } reason)
        {
            return "a rejection needs id and reason";
        }

        if (!DateTimeOffset.TryParse(Text(line, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return "a rejection needs at, an ISO 8601 instant";
        }

        ids[id] = true;
        rejections.Add(new(id, at, reason, Text(line, "eventType"), Text(line, "message")));
        return null;
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
