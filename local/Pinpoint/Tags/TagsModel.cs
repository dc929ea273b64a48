using System.Text.Json.Serialization;

namespace Engagement.Local.Pinpoint.Tags;

/// <summary>Body of TagResource and of the answer to ListTagsForResource.</summary>
internal sealed record TagsModel
{
    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
