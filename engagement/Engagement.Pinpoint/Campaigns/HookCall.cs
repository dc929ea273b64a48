using System.Buffers;
using System.Text.Json;
using Engagement.CompanyEvents.Audiences;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>What Pinpoint hands a campaign's hook, as far as it matters here.</summary>
public sealed record HookCall
{
    private const int LongestId = 128;

    private static readonly SearchValues<char> FitForId = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>The application; empty when it is missing, or no id.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>The campaign; empty when it is missing, or no id.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The endpoints that can be read, by id; at most 50.</summary>
    public required IReadOnlyDictionary<string, HookEndpoint> Endpoints { get; init; }

    /// <summary>How many endpoints have another form than Pinpoint gives one.</summary>
    public required int Unreadable { get; init; }

    /// <summary>The same, as the rules take it.</summary>
    public AudienceBatch Batch =>
        new(CampaignId, [.. Endpoints.Select(endpoint => new Customer(endpoint.Key, endpoint.Value.UserAttributes))], Unreadable);

    /// <summary>Reads an invocation's payload.</summary>
    public static HookCall Read(JsonElement payload)
    {
        var all = PayloadEndpoints.Read(payload);
        var readable = new Dictionary<string, HookEndpoint>(StringComparer.Ordinal);
        foreach (var (id, definition) in all.Where(endpoint => endpoint.Key.Length > 0))
        {
            if (HookEndpoint.Read(definition) is { } endpoint)
            {
                readable.Add(id, endpoint);
            }
        }

        return new()
        {
            ApplicationId = Id(payload, "ApplicationId"),
            CampaignId = Id(payload, "CampaignId"),
            Endpoints = readable,
            Unreadable = all.Count - readable.Count,
        };
    }

    private static string Id(JsonElement payload, string name) =>
        JsonText.Read(payload, name) is { Length: <= LongestId } id && !id.AsSpan().ContainsAnyExcept(FitForId) ? id : "";
}
