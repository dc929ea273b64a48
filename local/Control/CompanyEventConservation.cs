using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;

namespace Engagement.Local.Control;

/// <summary>
/// What became of the company events that were accepted: that the route answered with success, that were taken from the bus, or that the
/// ledger has. Each is one of the others.
/// </summary>
internal sealed record CompanyEventConservation
{
    /// <summary>Events, told apart by their ids.</summary>
    public required int Accepted { get; init; }

    /// <summary>Of these, those all of whose campaigns have begun.</summary>
    public required int Launched { get; init; }

    /// <summary>
    /// Those of which something is still to begin, and its time has not come: a later campaign, or a launch within a quarter of an hour.
    /// </summary>
    public required int Scheduled { get; init; }

    /// <summary>Those that wait because their announcement is held.</summary>
    public required int Held { get; init; }

    /// <summary>Those that wait, or whose announcement waits, in a queue for what was given up.</summary>
    public required int DeadLettered { get; init; }

    /// <summary>What is left: overdue, or lost. Never anything but 0 once things have settled and nothing is refused any more.</summary>
    public required int Unaccounted { get; init; }

    /// <summary>Campaigns that the platform has more than once for one event.</summary>
    public required int LaunchedTwice { get; init; }

    public static CompanyEventConservation Count(CompanyEventSources sources, DateTimeOffset now)
    {
        var fates = sources.Accepted.ToDictionary(id => id, id => FateOf(id, sources, now), StringComparer.Ordinal);
        return new()
        {
            Accepted = fates.Count,
            Launched = Count(CompanyEventFate.Launched),
            Scheduled = Count(CompanyEventFate.Scheduled),
            Held = Count(CompanyEventFate.Held),
            DeadLettered = Count(CompanyEventFate.DeadLettered),
            Unaccounted = Count(CompanyEventFate.Unaccounted),
            LaunchedTwice = sources.Campaigns.CountBy(campaign => campaign.Identity).Count(campaign => campaign.Value > 1),
        };

        int Count(CompanyEventFate fate) => fates.Values.Count(each => each == fate);
    }

    private static Announcement? StartedByEvents(AnnouncementCatalog catalog, string name) =>
        catalog.Announcements.FirstOrDefault(each => each.Name == name && each.Via != AnnouncementRoute.Schedule);

    private static CompanyEventFate FateOf(string id, CompanyEventSources sources, DateTimeOffset now)
    {
        if (!sources.Ledger.TryGetValue(id, out var record))
        {
            return sources.DeadLetters.Contains(id) ? CompanyEventFate.DeadLettered : CompanyEventFate.Unaccounted;
        }

        var announcement = StartedByEvents(sources.Catalog, record.Event.Announcement);
        var plan = announcement is null ? [] : CampaignPlan.From(announcement, record, now);
        return sources.Completed.Contains(id) || (announcement is not null && LaunchRules.StateOf(record, plan) == LaunchState.Launched)
                ? sources.Campaigns.Any(campaign => campaign.Identity.EventId == id && campaign.IsScheduled)
                    ? CompanyEventFate.Scheduled
                    : CompanyEventFate.Launched
            : announcement?.IsHeld == true ? CompanyEventFate.Held
            : announcement is not null && !LaunchRules.IsOverdue(announcement, record, plan, now) ? CompanyEventFate.Scheduled
            : sources.DeadLetters.Contains(id) || sources.DeadAnnouncements.Contains(record.Event.Announcement)
                ? CompanyEventFate.DeadLettered
            : CompanyEventFate.Unaccounted;
    }
}
