using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// A message of the send queue: <c>{"run":"feature_release.premium.7f3a","share":3,"attempt":0}</c>. It is a reason to look: where the
/// share is the run says. So a message that comes twice, or late, does no harm.
/// </summary>
public sealed record ShareMessage
{
    /// <summary>The run's name: <see cref="CampaignIdentity.Name"/>.</summary>
    [JsonPropertyName("run")]
    public required string Run { get; init; }

    /// <summary>Which of its shares, from 0.</summary>
    [JsonPropertyName("share")]
    public required int Share { get; init; }

    /// <summary>How often the share's page was tried in vain.</summary>
    [JsonPropertyName("attempt")]
    public int Attempt { get; init; }

    /// <summary>Null when the text is no such message.</summary>
    public static ShareMessage? Parse(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize(text, CompanyEventJson.Default.ShareMessage) is
            {
                Run: not null, Share: >= 0 and < CampaignRun.ShareCount, Attempt: >= 0,
            } message
                ? message
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CompanyEventJson.Default.ShareMessage);
}
