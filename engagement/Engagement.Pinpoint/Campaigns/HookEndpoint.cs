using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>An endpoint that a campaign is about to reach.</summary>
public sealed class HookEndpoint
{
    private readonly JsonObject definition;

    private HookEndpoint(JsonObject definition, IReadOnlyDictionary<string, IReadOnlyList<string>> userAttributes) =>
        (this.definition, UserAttributes) = (definition, userAttributes);

    /// <summary>The customer's user attributes; none when the endpoint has no user.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; }

    /// <summary>Reads an endpoint's definition; null when it has another form than Pinpoint gives one.</summary>
    public static HookEndpoint? Read(JsonElement definition)
    {
        // What is no text here is none in the message either.
        if (!JsonText.IsWhole(definition))
        {
            return null;
        }

        try
        {
            var json = JsonObject.Create(definition);
            return json is null ? null : new(json, ListsOf(json["User"]?[nameof(UserAttributes)]?.AsObject()));
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            // A member is of another kind than it should be; the caller tells of it, without what was in it.
            return null;
        }
    }

    /// <summary>The definition with attributes added, which the template can show.</summary>
    public JsonObject With(IReadOnlyDictionary<string, IReadOnlyList<string>> attributes)
    {
        var shown = (JsonObject)definition.DeepClone();
        var known = shown["Attributes"] as JsonObject;
        if (known is null)
        {
            shown["Attributes"] = known = [];
        }

        foreach (var (name, values) in attributes)
        {
            known[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        return shown;
    }

    private static Dictionary<string, IReadOnlyList<string>> ListsOf(JsonObject? attributes) =>
        attributes?.ToDictionary(attribute => attribute.Key, attribute => ListOf(attribute.Value), StringComparer.Ordinal) ?? [];

    private static IReadOnlyList<string> ListOf(JsonNode? values) =>
        values is null ? [] : [.. values.AsArray().Select(value => value!.GetValue<string>())];
}
