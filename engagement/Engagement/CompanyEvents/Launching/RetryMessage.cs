using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.Launching;

/// <summary>A message of the retry queue: <c>{"announcement":"feature_release"}</c>, or with <c>"events":["r-1"]</c>.</summary>
/// <param name="Announcement">The announcement's name.</param>
public sealed record RetryMessage([property: JsonPropertyName("announcement")] string Announcement)
{
    /// <summary>Events that the sender knows of: the list of what is pending may not show them yet. Null: none.</summary>
    [JsonPropertyName("events")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? EventIds { get; init; }

    /// <summary>Null when the text is no such message.</summary>
    public static RetryMessage? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CompanyEventJson.Default.RetryMessage) is { Announcement: not null } message
                && message.EventIds?.All(id => id?.Length is > 0 and <= Limits.CompanyEventIdLength) != false
                    ? message
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CompanyEventJson.Default.RetryMessage);
}
