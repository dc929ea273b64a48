using System.Security.Cryptography;
using System.Text;

namespace Engagement.CompanyEvents.Runs;

/// <summary>What a service's feedback tells a campaign's messages by.</summary>
internal static class MessageTags
{
    /// <summary>
    /// The names of the announcement and the campaign, which are fit for a tag. An event's id is not, because it may hold points and
    /// colons: its SHA-256 in hexadecimal stands for it.
    /// </summary>
    public static IReadOnlyDictionary<string, string> From(CampaignIdentity identity)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["announcement"] = identity.Announcement,
            ["campaign"] = identity.Campaign,
        };
        if (identity.EventId is { } eventId)
        {
            tags.Add("event", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(eventId))));
        }

        return tags;
    }
}
