using System.Text.Json;

namespace FilterAudience.Filtering;

/// <summary>What Pinpoint hands a campaign's hook, as far as it matters here.</summary>
internal sealed record HookCall
{
    /// <summary>The application; empty when it is missing.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>The campaign; empty when it is missing.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The endpoints' definitions, by id; at most 50.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Endpoints { get; init; }

    public static HookCall Of(JsonElement payload) => new()
    {
        ApplicationId = Text(payload, "ApplicationId"),
        CampaignId = Text(payload, "CampaignId"),
        Endpoints = Member(payload, "Endpoints") is { ValueKind: JsonValueKind.Object } endpoints
            ? endpoints.EnumerateObject().ToDictionary(endpoint => endpoint.Name, endpoint => endpoint.Value, StringComparer.Ordinal)
            : [],
    };

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
