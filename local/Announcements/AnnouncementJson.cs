using System.Xml;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Topics;

namespace Engagement.Local.Announcements;

/// <summary>An announcement as the control API shows it: what the file says of it.</summary>
internal static class AnnouncementJson
{
    public static object From(Announcement announcement) => new
    {
        announcement.Name,
        announcement.Description,
        via = announcement.Via.ToString(),
        topic = announcement.Topic ?? Topic.Announcements,
        held = announcement.IsHeld,
        announcement.At,
        attributes = announcement.Attributes.Select(name => new
        {
            name,
            kind = announcement.KindOf(name).ToString(),
            value = announcement.Values.GetValueOrDefault(name),
        }),
        campaigns = announcement.Campaigns.Select(From),
    };

    private static object From(CampaignDefinition campaign) => new
    {
        campaign.Name,
        campaign.Segment,
        campaign.Template,
        when = campaign.When.Select(condition => new { condition.Attribute, condition.Values }),
        set = campaign.Set.Select(set => new { set.Attribute, value = set.Value.ToString() }),
        after = campaign.After is { } after ? XmlConvert.ToString(after) : null,
    };
}
