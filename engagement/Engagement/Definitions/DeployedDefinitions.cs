using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions;

/// <summary>The files of definitions that the stack stages beside a function's code. Each function has those that it needs.</summary>
public static class DeployedDefinitions
{
    public static DeployedDefinition<TrackingPlan> TrackingPlan => new("events.json", TrackingPlanJson.Default.TrackingPlan);

    public static DeployedDefinition<AnnouncementCatalog> Announcements =>
        new("announcements.json", AnnouncementsJson.Default.AnnouncementCatalog);

    public static DeployedDefinition<ReminderCatalog> Reminders => new("reminders.json", RemindersJson.Default.ReminderCatalog);

    public static DeployedDefinition<JourneyCatalog> Journeys => new("journeys.json", JourneysJson.Default.JourneyCatalog);

    public static DeployedDefinition<SegmentCatalog> Segments => new("segments.json", SegmentsJson.Default.SegmentCatalog);

    public static DeployedDefinition<TopicCatalog> Topics => new("topics.json", TopicsJson.Default.TopicCatalog);

    /// <summary>Message templates by their names.</summary>
    public static DeployedDefinition<IReadOnlyDictionary<string, MessageTemplate>> Templates =>
        new("templates.json", TemplatesJson.Default.IReadOnlyDictionaryStringMessageTemplate);
}
