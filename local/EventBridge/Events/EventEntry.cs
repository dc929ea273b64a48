using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Protocol;

namespace Engagement.Local.EventBridge.Events;

/// <summary>One entry of PutEvents: an event, or why it is none.</summary>
/// <param name="Bus">Name of the bus.</param>
/// <param name="Event">Null where it is refused.</param>
/// <param name="Error">Code and message, where it is refused.</param>
internal sealed record EventEntry(string Bus, BusEvent? Event, (string Code, string Message)? Error)
{
    public const string DefaultBus = "default";

    // What a time counts in an entry's size, by the user guide.
    private const int TimeSize = 14;

    // From 1970 on, either way: less than to the year 1.
    private const double MostSeconds = 62_000_000_000;

    private static readonly string[] Texts = ["Source", "DetailType", "Detail"];

    private static readonly string[] Members = ["Detail", "DetailType", "EventBusName", "Resources", "Source", "Time", "TraceHeader"];

    /// <summary>Bytes that an entry counts.</summary>
    public static int Size(JsonObject entry) =>
        (entry["Time"] is null ? 0 : TimeSize)
        + Texts.Sum(name => Encoding.UTF8.GetByteCount($"{entry[name]}"))
        + (entry["Resources"] as JsonArray ?? []).Sum(resource => Encoding.UTF8.GetByteCount($"{resource}"));

    /// <summary>Name of the bus that an entry names by name or ARN.</summary>
    public static string BusOf(JsonObject entry) =>
        entry["EventBusName"]?.ToString() is { } name ? name[(name.LastIndexOf('/') + 1)..] : DefaultBus;

    /// <summary>Reads an entry.</summary>
    /// <exception cref="Aws.AwsException">It has a member that EventBridge has, and this cloud has not.</exception>
    public static EventEntry Read(JsonObject entry, CloudContext cloud)
    {
        if (entry.FirstOrDefault(member => !Members.Contains(member.Key)).Key is { } unknown)
        {
            throw EventsError.NotDone($"member {unknown} of an entry");
        }

        var bus = BusOf(entry);
        if (Texts.FirstOrDefault(name => string.IsNullOrEmpty(entry[name]?.ToString())) is { } missing)
        {
            return new(bus, null, ("InvalidArgument", $"Parameter {missing} is not valid. Reason: {missing} is a required argument."));
        }

        if (entry["Source"]!.ToString().StartsWith("aws.", StringComparison.Ordinal))
        {
            return new(bus, null, ("NotAuthorizedForSourceException", "Not authorized for the source."));
        }

        return Detail(entry["Detail"]!) is { } detail
            ? new(bus, EventOf(entry, detail, cloud), null)
            : new(bus, null, ("MalformedDetail", "Detail is malformed."));
    }

    private static BusEvent EventOf(JsonObject entry, JsonObject detail, CloudContext cloud) => new()
    {
        DetailType = entry["DetailType"]!.ToString(),
        Source = entry["Source"]!.ToString(),
        Account = cloud.Account,
        Region = cloud.Region,
        Time = Time(entry["Time"]) ?? cloud.Clock.GetUtcNow(),
        Resources = [.. (entry["Resources"] as JsonArray ?? []).Select(resource => $"{resource}")],
        Detail = detail,
    };

    private static JsonObject? Detail(JsonNode text)
    {
        try
        {
            return WireJson.Parse(text.ToString()) as JsonObject;
        }
        catch (JsonException)
        {
            // The entry's own error says so.
            return null;
        }
    }

    /// <summary>Unix seconds, or ISO 8601 as some tools send.</summary>
    private static DateTimeOffset? Time(JsonNode? time) => time switch
    {
        null => null,
        JsonValue value when value.TryGetValue<double>(out var seconds) => Math.Abs(seconds) <= MostSeconds
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : throw EventsError.Validation("Time is not a timestamp between the years 1 and 9999."),
        _ => DateTimeOffset.TryParse(time.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            ? parsed
            : throw EventsError.Validation("Time is not a timestamp."),
    };
}
