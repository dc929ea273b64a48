using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Functions;

/// <summary>
/// What each kind of function needs of the definitions, and no more. A function is deployed again only when its part changes. A description
/// is part of none.
/// </summary>
public static class FunctionParts
{
    extension(TrackingPlan plan)
    {
        /// <summary>What decides on an event. Consent is the tag manager's to ask for.</summary>
        public TrackingPlan ForRecording =>
            plan with { Events = [.. plan.Events.Select(each => each with { Description = null, Consent = [] })] };

        /// <summary>What tells when a customer's date is.</summary>
        public TrackingPlan ForDates => new() { Events = [], Dates = plan.Dates };
    }

    extension(AnnouncementCatalog catalog)
    {
        /// <summary>What decides on a company event: its names, and where it goes.</summary>
        public AnnouncementCatalog ForPublishing =>
            catalog.With(each => each with { Topic = null, At = null, Values = NoValues, Campaigns = [] });

        /// <summary>Which campaigns an event starts.</summary>
        public AnnouncementCatalog ForLaunching => catalog.With(each => each with
        {
            Topic = null,
            Values = NoValues,
            Campaigns = [.. each.Campaigns.Select(campaign => campaign with { When = [], Set = [], Between = null })],
        });

        /// <summary>Which customers a campaign reaches, with what message, and what it writes.</summary>
        public AnnouncementCatalog ForSending =>
            catalog.With(each => each with { Campaigns = [.. each.Campaigns.Select(campaign => campaign with { After = null })] });

        /// <summary>The same for a platform without topics.</summary>
        public AnnouncementCatalog ForFiltering => catalog.ForSending.With(each => each with { Topic = null });

        /// <summary>The names of the topics that its messages are about.</summary>
        public IEnumerable<string> TopicNames => catalog.Announcements.Select(each => each.Topic ?? Topic.Announcements);

        /// <summary>The names of the segments that its campaigns go to.</summary>
        public IEnumerable<string> SegmentNames => catalog.Campaigns.Select(campaign => campaign.Segment);

        /// <summary>The names of the templates that its campaigns send.</summary>
        public IEnumerable<string> TemplateNames => catalog.Campaigns.Select(campaign => campaign.Template);

        private IEnumerable<CampaignDefinition> Campaigns => catalog.Announcements.SelectMany(each => each.Campaigns);

        private AnnouncementCatalog With(Func<Announcement, Announcement> part) =>
            catalog with { Announcements = [.. catalog.Announcements.Select(each => part(each with { Description = null }))] };
    }

    extension(ReminderCatalog catalog)
    {
        /// <summary>Who is reminded, and when.</summary>
        public ReminderCatalog ForReminding =>
            catalog with { Reminders = [.. catalog.Reminders.Select(each => each with { Description = null, Topic = null })] };

        /// <summary>Who is reminded, when, and of what topic.</summary>
        public ReminderCatalog ForSending =>
            catalog with { Reminders = [.. catalog.Reminders.Select(each => each with { Description = null })] };

        /// <summary>The names of the topics that its messages are about.</summary>
        public IEnumerable<string> TopicNames => catalog.Reminders.Select(each => each.Topic ?? Topic.Reminders);

        /// <summary>The names of the segments that its reminders go to.</summary>
        public IEnumerable<string> SegmentNames => catalog.Reminders.Select(each => each.Segment).OfType<string>();

        /// <summary>The names of the templates that its reminders send.</summary>
        public IEnumerable<string> TemplateNames => catalog.Reminders.Select(each => each.Template);
    }

    extension(JourneyCatalog catalog)
    {
        /// <summary>What a deployment writes to the store: all journeys.</summary>
        public JourneyCatalog ForDeploying =>
            catalog with { Between = null, Journeys = [.. catalog.Journeys.Select(each => each with { Description = null })] };

        /// <summary>What moves customers has beside the store, which holds the journeys: the limit.</summary>
        public JourneyCatalog ForSending => catalog with { Between = null, Journeys = [] };

        /// <summary>The names of the topics that its messages are about.</summary>
        public IEnumerable<string> TopicNames => catalog.Journeys.Select(each => each.Topic ?? Topic.Journeys);

        /// <summary>The names of the segments that its journeys ask for.</summary>
        public IEnumerable<string> SegmentNames => catalog.Journeys.SelectMany(each => each.Segments);

        /// <summary>The names of the templates that its journeys send.</summary>
        public IEnumerable<string> TemplateNames => catalog.Journeys.SelectMany(each => each.Templates);
    }

    extension(SegmentCatalog catalog)
    {
        /// <summary>Who belongs to the segments of these names.</summary>
        public SegmentCatalog ForMembership(IEnumerable<string> names) => new()
        {
            Segments =
            [
                .. catalog.Segments.Where(each => names.Contains(each.Name, StringComparer.Ordinal))
                    .Select(each => each with { Description = null }),
            ],
        };
    }

    extension(TopicCatalog catalog)
    {
        /// <summary>From which messages customers can unsubscribe, and what the link says.</summary>
        public TopicCatalog ForSending =>
            catalog with { Topics = [.. catalog.Topics.Select(each => each with { Description = "" })], Languages = [] };

        /// <summary>What customers choose among: the topics of these names from which they can unsubscribe.</summary>
        public TopicCatalog ForChoosing(IEnumerable<string> names) => new()
        {
            Topics = [.. catalog.Marketing.Where(each => names.Contains(each.Name, StringComparer.Ordinal))],
            Languages = catalog.Languages,
        };
    }

    extension(IEnumerable<MessageTemplate> templates)
    {
        /// <summary>What the templates of these names say.</summary>
        public IEnumerable<MessageTemplate> ForSending(IEnumerable<string> names) =>
            templates.Where(each => names.Contains(each.Name, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> NoValues => [];
}
