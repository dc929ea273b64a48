using System.Buffers;
using System.Text.Json;
using Engagement;

namespace FilterAudience.Filtering;

/// <summary>What Pinpoint hands a campaign's hook, as far as it matters here.</summary>
internal sealed record HookCall
{
    private const int LongestId = 128;

    private static readonly SearchValues<char> FitForId = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>The application; empty when it is missing, or no id.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>The campaign; empty when it is missing, or no id.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The endpoints' definitions, by id; at most 50.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Endpoints { get; init; }

    public static HookCall Of(JsonElement payload) => new()
    {
        ApplicationId = Id(payload, "ApplicationId"),
        CampaignId = Id(payload, "CampaignId"),
        Endpoints = EndpointsOf(JsonText.Member(payload, "Endpoints")),
    };

    // Of an id that stands twice the last counts. One that is no text is empty: nobody could answer for it.
    private static Dictionary<string, JsonElement> EndpointsOf(JsonElement endpoints)
    {
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (endpoints.ValueKind == JsonValueKind.Object)
        {
            foreach (var endpoint in endpoints.EnumerateObject())
            {
                byId[JsonText.NameOf(endpoint) ?? ""] = endpoint.Value;
            }
        }

        return byId;
    }

    private static string Id(JsonElement payload, string name) =>
        JsonText.Read(payload, name) is { Length: <= LongestId } id && !id.AsSpan().ContainsAnyExcept(FitForId) ? id : "";
}
