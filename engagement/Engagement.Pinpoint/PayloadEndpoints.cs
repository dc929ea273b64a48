using System.Text.Json;

namespace Engagement.Pinpoint;

/// <summary>Endpoints in what Pinpoint hands a function: <c>{"Endpoints":{"ID":{…}}}</c>.</summary>
internal static class PayloadEndpoints
{
    /// <summary>The endpoints' definitions, by id. Of an id that stands twice the last counts; one that is no text is empty.</summary>
    public static Dictionary<string, JsonElement> Read(JsonElement payload) => Members(JsonText.Member(payload, "Endpoints"));

    /// <summary>An endpoint's user attributes, each with those of its values that are texts.</summary>
    public static Dictionary<string, IReadOnlyList<string>> UserAttributes(JsonElement endpoint) =>
        TextsByName(JsonText.Member(JsonText.Member(endpoint, "User"), "UserAttributes"));

    /// <summary>An endpoint's own attributes, in the same way.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Attributes(JsonElement endpoint) =>
        TextsByName(JsonText.Member(endpoint, "Attributes"));

    private static Dictionary<string, IReadOnlyList<string>> TextsByName(JsonElement attributes) =>
        Members(attributes)
            .Where(attribute => attribute.Key.Length > 0)
            .ToDictionary(attribute => attribute.Key, attribute => Texts(attribute.Value), StringComparer.Ordinal);

    private static IReadOnlyList<string> Texts(JsonElement values) =>
        values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().Select(JsonText.Read).OfType<string>()] : [];

    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                byName[JsonText.NameOf(member) ?? ""] = member.Value;
            }
        }

        return byName;
    }
}
