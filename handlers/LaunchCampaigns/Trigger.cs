using System.Text.Json;
using Engagement.CompanyEvents;
using LaunchCampaigns.Queues;

namespace LaunchCampaigns;

/// <summary>Why the function runs, told apart by the payload's form.</summary>
internal abstract record Trigger
{
    /// <summary>Reads an invocation's payload.</summary>
    public static Trigger Of(JsonElement payload) =>
        payload.ValueKind != JsonValueKind.Object ? new ScheduleTrigger()
        : payload.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array ? new QueueTrigger([.. records.EnumerateArray().Select(MessageOf)])
        : payload.TryGetProperty("JourneyId", out _) ? new JourneyTrigger(Text(payload, "Data"), EventIds(payload))
        : new ScheduleTrigger();

    private static (string Id, string? Announcement) MessageOf(JsonElement record)
    {
        try
        {
            return (Text(record, "messageId"), JsonSerializer.Deserialize(Text(record, "body"), LambdaJsonContext.Default.RetryMessage)?.Announcement);
        }
        catch (JsonException)
        {
            return (Text(record, "messageId"), null);
        }
    }

    // The company endpoint's attributes as the journey saw them.
    private static string[] EventIds(JsonElement payload) =>
        payload.TryGetProperty("Endpoints", out var endpoints) && endpoints.ValueKind == JsonValueKind.Object
            ? [.. endpoints.EnumerateObject().SelectMany(endpoint => EventIdsOf(endpoint.Value)).Distinct(StringComparer.Ordinal)]
            : [];

    private static IEnumerable<string> EventIdsOf(JsonElement endpoint) =>
        Member(Member(Member(endpoint, "User"), "UserAttributes"), EventAttributes.EventId) is { ValueKind: JsonValueKind.Array } ids
            ? ids.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!).Where(id => id.Length > 0)
            : [];

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}

/// <summary>A journey's activity, with the announcement as its data.</summary>
internal sealed record JourneyTrigger(string Announcement, IReadOnlyList<string> EventIds) : Trigger;

/// <summary>Messages of the retry queue; null for an announcement that cannot be read.</summary>
internal sealed record QueueTrigger(IReadOnlyList<(string Id, string? Announcement)> Messages) : Trigger;

/// <summary>Anything else: a schedule that has the ledger checked.</summary>
internal sealed record ScheduleTrigger : Trigger;
