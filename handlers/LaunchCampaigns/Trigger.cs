using System.Text.Json;
using Engagement;
using Engagement.CompanyEvents;
using LaunchCampaigns.Queues;

namespace LaunchCampaigns;

/// <summary>Why the function runs, told apart by the payload's form.</summary>
internal abstract record Trigger
{
    /// <summary>Reads an invocation's payload.</summary>
    public static Trigger Of(JsonElement payload) =>
        payload.ValueKind != JsonValueKind.Object ? new ScheduleTrigger()
        : JsonText.Member(payload, "Records") is { ValueKind: JsonValueKind.Array } records ? new QueueTrigger([.. records.EnumerateArray().Select(MessageOf)])
        : JsonText.Member(payload, "JourneyId").ValueKind != JsonValueKind.Undefined ? new JourneyTrigger(Text(payload, "Data"), EventIds(payload))
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
        JsonText.Member(payload, "Endpoints") is { ValueKind: JsonValueKind.Object } endpoints
            ? [.. endpoints.EnumerateObject().SelectMany(endpoint => EventIdsOf(endpoint.Value)).Distinct(StringComparer.Ordinal)]
            : [];

    private static IEnumerable<string> EventIdsOf(JsonElement endpoint) =>
        JsonText.Member(JsonText.Member(JsonText.Member(endpoint, "User"), "UserAttributes"), EventAttributes.EventId) is { ValueKind: JsonValueKind.Array } ids
            ? ids.EnumerateArray().Select(JsonText.Read).OfType<string>().Where(id => id.Length is > 0 and <= Limits.CompanyEventIdLength)
            : [];

    private static string Text(JsonElement element, string name) => JsonText.Read(element, name) ?? "";
}

/// <summary>A journey's activity, with the announcement as its data.</summary>
internal sealed record JourneyTrigger(string Announcement, IReadOnlyList<string> EventIds) : Trigger;

/// <summary>Messages of the retry queue; null for an announcement that cannot be read.</summary>
internal sealed record QueueTrigger(IReadOnlyList<(string Id, string? Announcement)> Messages) : Trigger;

/// <summary>Anything else: a schedule that has the ledger checked.</summary>
internal sealed record ScheduleTrigger : Trigger;
