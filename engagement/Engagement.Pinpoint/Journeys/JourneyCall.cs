using System.Text.Json;
using Engagement;
using Engagement.Reminders;

namespace SelectReminders.Selecting;

/// <summary>What Pinpoint hands a journey's function, as far as it matters here.</summary>
/// <param name="Message">The message's name, which is the activity's data; empty when it is missing.</param>
/// <param name="Customers">The participants, at most 50.</param>
internal sealed record JourneyCall(string Message, IReadOnlyList<RemindedCustomer> Customers)
{
    /// <summary>Reads an invocation's payload.</summary>
    public static JourneyCall Of(JsonElement payload) => new(
        JsonText.Read(payload, "Data") ?? "",
        [.. Members(JsonText.Member(payload, "Endpoints")).Select(endpoint => new RemindedCustomer(endpoint.Key, UserAttributes(endpoint.Value)))]);

    private static Dictionary<string, IReadOnlyList<string>> UserAttributes(JsonElement endpoint) =>
        Members(JsonText.Member(JsonText.Member(endpoint, "User"), "UserAttributes"))
            .ToDictionary(attribute => attribute.Key, attribute => Texts(attribute.Value), StringComparer.Ordinal);

    private static IReadOnlyList<string> Texts(JsonElement values) =>
        values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().Select(JsonText.Read).OfType<string>()] : [];

    // Of a name that stands twice the last counts; one that is no text names nothing.
    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (JsonText.NameOf(member) is { } name)
                {
                    byName[name] = member.Value;
                }
            }
        }

        return byName;
    }
}
