using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace LaunchCampaigns.Launching;

/// <summary>Launches the events of an announcement that the ledger holds as not launched, the oldest first.</summary>
internal sealed class EventLauncher(ILedger ledger, CampaignLauncher launcher, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <param name="announcement">The announcement.</param>
    /// <param name="eventIds">Events that the trigger names: the list of what is pending may not show them yet.</param>
    /// <param name="deadline">By when to stop.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Whether everything is launched; otherwise somebody has to come again.</returns>
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task<bool> LaunchAsync(Announcement announcement, IReadOnlyCollection<string> eventIds, Deadline deadline, CancellationToken cancellation)
    {
        var whole = true;
        foreach (var pending in await PendingAsync(announcement, eventIds, cancellation))
        {
            whole &= await LaunchAsync(announcement, pending, deadline, cancellation);
        }

        return whole;
    }

    /// <summary>Tells of the events that should be launched by now and are not.</summary>
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task CheckAsync(AnnouncementCatalog catalog, CancellationToken cancellation)
    {
        // A state machine waits itself until a campaign is due, and tells of its own failures.
        foreach (var announcement in catalog.Announcements.Where(each => each.Via == AnnouncementRoute.Journey))
        {
            foreach (var pending in await ledger.PendingAsync(announcement.Name, cancellation))
            {
                Report(pending, CampaignPlan.Of(announcement, pending.Event));
            }
        }
    }

    private async Task<IReadOnlyList<EventRecord>> PendingAsync(Announcement announcement, IReadOnlyCollection<string> eventIds, CancellationToken cancellation)
    {
        var pending = (await ledger.PendingAsync(announcement.Name, cancellation)).ToList();
        foreach (var id in eventIds.Where(id => !pending.Exists(each => each.Event.Id == id)))
        {
            if (await ledger.FindAsync(id, cancellation) is { } named
                && named.Event.Announcement == announcement.Name
                && LaunchRules.StateOf(named, CampaignPlan.Of(announcement, named.Event)) != LaunchState.Launched)
            {
                pending.Add(named);
            }
        }

        return pending;
    }

    private async Task<bool> LaunchAsync(Announcement announcement, EventRecord pending, Deadline deadline, CancellationToken cancellation)
    {
        var plan = CampaignPlan.Of(announcement, pending.Event);
        var records = new Dictionary<string, CampaignRecord>(pending.Campaigns);
        foreach (var campaign in plan.TakeWhile(_ => deadline.AllowsMore))
        {
            var name = campaign.Identity.Campaign;
            if (await launcher.LaunchAsync(campaign, records.GetValueOrDefault(name), cancellation) is { } now)
            {
                records[name] = now;
            }
        }

        var launched = pending with { Campaigns = records };
        if (LaunchRules.StateOf(launched, plan) == LaunchState.Launched)
        {
            await ledger.CompleteAsync(pending.Event.Id, CancellationToken.None);
            return true;
        }

        Report(launched, plan);
        return false;
    }

    private void Report(EventRecord pending, IReadOnlyList<PlannedCampaign> plan)
    {
        if (LaunchRules.IsOverdue(pending, plan, time.GetUtcNow()))
        {
            log.Overdue(pending.Event, LaunchRules.StateOf(pending, plan));
            metrics.Count(MetricName.CompanyEventsOverdue);
        }
    }
}
