using System.Text.Json.Serialization;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>Body of CreateApp.</summary>
internal sealed record CreateApplicationRequest
{
    public string? Name { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>An application in answers.</summary>
internal sealed record ApplicationResponse
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required string Name { get; init; }

    public required string CreationDate { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>One page of applications.</summary>
/// <param name="Item">The applications.</param>
/// <param name="NextToken">Where the next page begins; null on the last.</param>
internal sealed record ApplicationsResponse(IReadOnlyList<ApplicationResponse> Item, string? NextToken);
