using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions;

/// <summary>
/// When messages of marketing may come that name no hours of their own: those of all marketing, and otherwise, for text messages, 08:00 to
/// 20:00. A telephone rings at night, and several countries forbid it ("SMS limitations" in the AWS End User Messaging SMS user guide).
/// </summary>
/// <param name="between">The hours of all marketing; null where the definitions have none.</param>
/// <param name="topics">The topics.</param>
/// <param name="templates">The templates.</param>
internal sealed class ContactHours(AllowedHours? between, TopicCatalog topics, IReadOnlyList<TemplateFiles> templates)
{
    private const int MinutesPerHour = 60;

    // In the customer's zone.
    private static readonly AllowedHours OfTexts = new(8 * MinutesPerHour, 20 * MinutesPerHour);

    /// <summary>The reminders. Their date decides when they come, so that the hours of all marketing are not theirs.</summary>
    public ReminderCatalog Hold(ReminderCatalog catalog) => catalog with
    {
        Reminders =
        [
            .. catalog.Reminders.Select(each => each with
            {
                Between = each.Between ?? (IsMarketing(each.Topic ?? Topic.Reminders) && Texts(each.Template) ? OfTexts : null),
            }),
        ],
    };

    /// <summary>The journeys. The hours hold for all messages of a journey.</summary>
    public JourneyCatalog Hold(JourneyCatalog catalog) => catalog with
    {
        Journeys =
        [
            .. catalog.Journeys.Select(
                each => each with { Between = each.Between ?? Of(each.Topic ?? Topic.Journeys, each.Templates.Any(Texts)) }),
        ],
    };

    /// <summary>The announcements, of a platform that holds their messages.</summary>
    public AnnouncementCatalog Hold(AnnouncementCatalog catalog) => catalog with
    {
        Announcements = [.. catalog.Announcements.Select(each => each with { Campaigns = [.. each.Campaigns.Select(Held(each))] })],
    };

    private Func<CampaignDefinition, CampaignDefinition> Held(Announcement announcement) => campaign =>
        campaign with { Between = Of(announcement.Topic ?? Topic.Announcements, Texts(campaign.Template)) };

    private AllowedHours? Of(string topic, bool texts) => !IsMarketing(topic) ? null : between ?? (texts ? OfTexts : null);

    private bool IsMarketing(string topic) => topics.Get(topic).Kind == TopicKind.Marketing;

    private bool Texts(string template) => templates.Any(files => files.Template.Name == template && files.Template.Text is not null);
}
