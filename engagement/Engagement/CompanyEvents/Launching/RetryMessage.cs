using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.Launching;

/// <summary>A message of the retry queue: <c>{"announcement":"feature_release"}</c>.</summary>
/// <param name="Announcement">The announcement's name.</param>
public sealed record RetryMessage([property: JsonPropertyName("announcement")] string Announcement)
{
    /// <summary>Null when the text is no such message.</summary>
    public static RetryMessage? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CompanyEventJson.Default.RetryMessage) is { Announcement: not null } message
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
