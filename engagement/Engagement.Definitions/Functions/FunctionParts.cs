using Engagement.Definitions.Announcements;
using Engagement.Definitions.Reminders;

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
        public AnnouncementCatalog ForPublishing => catalog.With(each => each with { At = null, Values = NoValues, Campaigns = [] });

        /// <summary>Which campaigns an event starts.</summary>
        public AnnouncementCatalog ForLaunching => catalog.With(each => each with
        {
            Values = NoValues,
            Campaigns = [.. each.Campaigns.Select(campaign => campaign with { When = [], Set = [] })],
        });

        /// <summary>Which customers a campaign reaches, and what it writes.</summary>
        public AnnouncementCatalog ForFiltering =>
            catalog.With(each => each with { Campaigns = [.. each.Campaigns.Select(campaign => campaign with { After = null })] });

        private AnnouncementCatalog With(Func<Announcement, Announcement> part) =>
            catalog with { Announcements = [.. catalog.Announcements.Select(each => part(each with { Description = null }))] };
    }

    extension(ReminderCatalog catalog)
    {
        /// <summary>Who is reminded, and when.</summary>
        public ReminderCatalog ForReminding =>
            catalog with { Reminders = [.. catalog.Reminders.Select(each => each with { Description = null })] };
    }

    private static Dictionary<string, string> NoValues => [];
}
