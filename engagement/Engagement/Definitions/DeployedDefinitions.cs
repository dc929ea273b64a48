using Engagement.Definitions.Announcements;
using Engagement.Definitions.Reminders;

namespace Engagement.Definitions;

/// <summary>The files of definitions that the stack stages beside a function's code. Each function has those that it needs.</summary>
public static class DeployedDefinitions
{
    public static DeployedDefinition<TrackingPlan> TrackingPlan => new("events.json", TrackingPlanJson.Default.TrackingPlan);

    public static DeployedDefinition<AnnouncementCatalog> Announcements =>
        new("announcements.json", AnnouncementsJson.Default.AnnouncementCatalog);

    public static DeployedDefinition<ReminderCatalog> Reminders => new("reminders.json", RemindersJson.Default.ReminderCatalog);
}
