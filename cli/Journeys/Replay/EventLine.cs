using System.Text.Json;
using Engagement.Pixel;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>
/// Reads a line of recorded events. It is one of these:
/// <code>
/// {"id":"r1","at":"2026-01-31T09:30:00.000Z","type":"signup","endpoint":"e1","attributes":{},"metrics":{}}              the archive of ses
/// {"eventId":"r1","timestamp":"2026-01-31T09:30:00Z","eventType":"signup","endpointId":"e1","attributes":{},"metrics":{}} the local cloud
/// {"event_type":"signup","event_timestamp":1769851800000,"client":{"client_id":"e1"},"attributes":{},"metrics":{}}      Pinpoint's stream
/// </code>
/// Pinpoint's lines have no id ("App event data stream" in the Pinpoint developer guide). Endpoint, type and instant make one, so that a
/// split goes another way than it went.
/// </summary>
internal static class EventLine
{
    /// <param name="text">The line.</param>
    /// <param name="objection">What is wrong with it, without its values; null when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public static PixelEvent? Read(string text, out string? objection)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement, out objection);
        }
        catch (JsonException)
        {
            objection = "is no JSON";
            return null;
        }
    }

    private static PixelEvent? Read(JsonElement line, out string? objection)
    {
        var type = JsonText.Read(line, "type") ?? JsonText.Read(line, "eventType") ?? JsonText.Read(line, "event_type");
        var endpoint = JsonText.Read(line, "endpoint") ?? JsonText.Read(line, "endpointId")
            ?? JsonText.Read(JsonText.Member(line, "client"), "client_id");
        var at = Instant(line, "at") ?? Instant(line, "timestamp") ?? UnixInstant(JsonText.Member(line, "event_timestamp"));
        objection = line.ValueKind == JsonValueKind.Array ? "is a list; write an event a line, such as with jq -c '.[]'"
            : line.ValueKind != JsonValueKind.Object ? "is no object"
            : type is null ? "has no type, eventType or event_type"
            : endpoint is null ? "has no endpoint, endpointId or client.client_id"
            : at is null ? "has no instant in at, timestamp or event_timestamp"
            : Wrong(line, "attributes", JsonValueKind.String) ?? Wrong(line, "metrics", JsonValueKind.Number);
        return objection is not null ? null : new()
        {
            RequestId = JsonText.Read(line, "id") ?? JsonText.Read(line, "eventId") ?? $"{endpoint}/{type}/{at:O}",
            At = at!.Value,
            Type = type!,
            EndpointId = endpoint!,
            Attributes = Members(line, "attributes", value => value.GetString()!),
            Metrics = Members(line, "metrics", value => value.GetDouble()),
        };
    }

    private static DateTimeOffset? Instant(JsonElement line, string name) =>
        JsonText.Member(line, name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var at)
            ? at.ToUniversalTime()
            : null;

    private static DateTimeOffset? UnixInstant(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var at)
        && at >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    private static string? Wrong(JsonElement line, string name, JsonValueKind kind)
    {
        var members = JsonText.Member(line, name);
        return members.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null
            : members.ValueKind != JsonValueKind.Object || !JsonText.IsWhole(members)
                || members.EnumerateObject().Any(member => member.Value.ValueKind != kind)
                ? $"has {name} that are not {(kind == JsonValueKind.String ? "texts" : "numbers")} by name"
            : null;
    }

    // Of a name that comes twice, the last counts, as in all JSON that is read here.
    private static Dictionary<string, T> Members<T>(JsonElement line, string name, Func<JsonElement, T> value)
    {
        var read = new Dictionary<string, T>(StringComparer.Ordinal);
        if (JsonText.Member(line, name) is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                read[member.Name] = value(member.Value);
            }
        }

        return read;
    }
}
