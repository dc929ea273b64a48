using System.Text.Json;
using Engagement.Pixel;
using Engagement.Times;

namespace Engagement.Ses.Events;

/// <summary>
/// An event as a line of the archive, which ends with a line feed:
/// <code>
/// {"id":"r1","at":"2026-01-31T09:30:00.000Z","type":"signup","endpoint":"e1","customer":"ada","attributes":{"plan":"pro"},"metrics":{}}
/// </code>
/// <c>customer</c> is the user that the request names, absent when it names none. What the request says of the user is not in it: the
/// archive outlives a customer's wish to be forgotten.
/// </summary>
internal static class EventLine
{
    private static readonly byte[] End = "\n"u8.ToArray();

    public static void Write(PixelEvent recorded, Stream lines)
    {
        using (var json = new Utf8JsonWriter(lines))
        {
            json.WriteStartObject();
            json.WriteString("id", recorded.RequestId);
            json.WriteString("at", IsoInstant.FormatMilliseconds(recorded.At));
            json.WriteString("type", recorded.Type);
            json.WriteString("endpoint", recorded.EndpointId);
            if (recorded.User?.UserId is { } userId)
            {
                json.WriteString("customer", userId);
            }

            WriteMembers(json, "attributes", recorded.Attributes, json.WriteString);
            WriteMembers(json, "metrics", recorded.Metrics, json.WriteNumber);
            json.WriteEndObject();
        }

        lines.Write(End);
    }

    private static void WriteMembers<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, T> members, Action<string, T> write)
    {
        json.WriteStartObject(name);
        foreach (var (member, value) in members)
        {
            write(member, value);
        }

        json.WriteEndObject();
    }
}
