using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>
/// Tells which campaign of which event a campaign of the platform is. The campaign's name and tags say so. By them the launcher finds a
/// campaign that it created just before a crash, and the hook finds its rule.
/// </summary>
public sealed record CampaignIdentity
{
    /// <summary>Tag with the announcement's name.</summary>
    public const string AnnouncementTag = "engagement:announcement";

    /// <summary>Tag with the campaign's name within the announcement.</summary>
    public const string CampaignTag = "engagement:campaign";

    /// <summary>Tag with the event's id; scheduled campaigns have none.</summary>
    public const string EventTag = "engagement:event";

    /// <summary>The announcement's name.</summary>
    public required string Announcement { get; init; }

    /// <summary>The campaign's name within the announcement.</summary>
    public required string Campaign { get; init; }

    /// <summary>The event's id; null for a scheduled campaign.</summary>
    public string? EventId { get; init; }

    /// <summary>
    /// Such as <c>feature_release.premium.7f3a</c>; different for different identities, because neither of the first two parts can hold
    /// a point. At most 146 characters.
    /// </summary>
    public string Name => EventId is null ? $"{Announcement}.{Campaign}" : $"{Announcement}.{Campaign}.{EventId}";

    /// <summary>The tags that say the same.</summary>
    public IReadOnlyDictionary<string, string> Tags
    {
        get
        {
            var tags = new Dictionary<string, string>(
                StringComparer.Ordinal)
            { [AnnouncementTag] = Announcement, [CampaignTag] = Campaign };
            if (EventId is not null)
            {
                tags.Add(EventTag, EventId);
            }

            return tags;
        }
    }

    /// <summary>Reads a name back; null when it is none.</summary>
    public static CampaignIdentity? FromName(string name) =>
        name.Split('.', 3) is [{ Length: > 0 } announcement, { Length: > 0 } campaign, ..] parts
            ? new() { Announcement = announcement, Campaign = campaign, EventId = parts.ElementAtOrDefault(2) }
            : null;

    /// <summary>Reads tags back; null when they are not those of an announcement's campaign. Other tags do not matter.</summary>
    public static CampaignIdentity? FromTags(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue(AnnouncementTag, out var announcement) && tags.TryGetValue(CampaignTag, out var campaign)
            ? new() { Announcement = announcement, Campaign = campaign, EventId = tags.GetValueOrDefault(EventTag) }
            : null;

    /// <summary>The announcement and the campaign that are meant; null when the definitions have no such campaign (any more).</summary>
    public (Announcement Announcement, CampaignDefinition Campaign)? In(AnnouncementCatalog catalog) =>
        catalog.Find(Announcement) is { } announcement && announcement.Find(Campaign) is { } campaign ? (announcement, campaign) : null;
}
