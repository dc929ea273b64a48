using System.Text.Json;
using Engagement.Reminders;

namespace SelectReminders.Selecting;

/// <summary>What Pinpoint hands a journey's function, as far as it matters here.</summary>
/// <param name="Message">The message's name, which is the activity's data; empty when it is missing.</param>
/// <param name="Customers">The participants, at most 50.</param>
internal sealed record JourneyCall(string Message, IReadOnlyList<RemindedCustomer> Customers)
{
    /// <summary>Reads an invocation's payload.</summary>
    public static JourneyCall Of(JsonElement payload) => new(
        Member(payload, "Data") is { ValueKind: JsonValueKind.String } data ? data.GetString()! : "",
        Member(payload, "Endpoints") is { ValueKind: JsonValueKind.Object } endpoints
            ? [.. endpoints.EnumerateObject().Select(endpoint => new RemindedCustomer(endpoint.Name, UserAttributes(endpoint.Value)))]
            : []);

    private static Dictionary<string, IReadOnlyList<string>> UserAttributes(JsonElement endpoint) =>
        Member(Member(endpoint, "User"), "UserAttributes") is { ValueKind: JsonValueKind.Object } attributes
            ? attributes.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => Texts(attribute.Value), StringComparer.Ordinal)
            : [];

    private static IReadOnlyList<string> Texts(JsonElement values) =>
        values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)] : [];

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;
}
