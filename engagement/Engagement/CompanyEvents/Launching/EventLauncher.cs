using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Launching;

/// <summary>Launches the events of an announcement that the ledger holds as not launched, the oldest first.</summary>
public sealed class EventLauncher(ILedger ledger, ExactlyOnceLauncher launcher, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <param name="announcement">
    /// The announcement. While it is held there is nothing to do: the check launches its events once it is released.
    /// </param>
    /// <param name="eventIds">Events that the trigger names: the list of what is pending may not show them yet.</param>
    /// <param name="deadline">By when to stop.</param>
    /// <returns>Whether everything is launched; otherwise the caller has to come again.</returns>
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task<bool> LaunchAsync(Announcement announcement, IReadOnlyCollection<string> eventIds, Deadline deadline)
    {
        var whole = true;
        foreach (var pending in announcement.IsHeld ? [] : await PendingAsync(announcement, eventIds, deadline.Cancellation))
        {
            whole &= (await LaunchAsync(announcement, pending, static _ => true, deadline)).IsWhole;
        }

        return whole;
    }

    /// <summary>
    /// Launches what is due and no journey or state machine launched, by the same claims as they. Counts what still waits: what is held,
    /// what cannot be launched, and what no definition has any more.
    /// </summary>
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task CheckAsync(AnnouncementCatalog catalog, Deadline deadline)
    {
        foreach (var announced in (await ledger.PendingAsync(deadline.Cancellation))
            .GroupBy(pending => pending.Event.Announcement, StringComparer.Ordinal))
        {
            switch (catalog.Find(announced.Key))
            {
                case null or { Via: AnnouncementRoute.Schedule }:
                    ReportOrphaned(announced);
                    break;
                case { IsHeld: true }:
                    log.Held(announced.Key, announced.Count());
                    metrics.Count(MetricName.CompanyEventsHeld, announced.Count());
                    break;
                case { } announcement:
                    await CheckAsync(announcement, announced, deadline);
                    break;
            }
        }

        metrics.Count(MetricName.CompanyEventChecks);
    }

    private async Task CheckAsync(Announcement announcement, IEnumerable<EventRecord> pending, Deadline deadline)
    {
        // What failed before comes last, so that it takes no time from what may succeed.
        foreach (var record in pending.OrderBy(each => each.Campaigns.Values.Any(campaign => campaign.State == LaunchState.Failed)))
        {
            var outcome = await LaunchAsync(
                announcement, record, campaign => LaunchRules.IsForTheCheck(announcement, record, campaign, time.GetUtcNow()), deadline);
            if (outcome.Launched > 0)
            {
                log.CaughtUp(record.Event, outcome.Launched);
                metrics.Count(MetricName.CompanyEventsCaughtUp);
            }
        }
    }

    private async Task<IReadOnlyList<EventRecord>> PendingAsync(
        Announcement announcement, IReadOnlyCollection<string> eventIds, CancellationToken cancellation)
    {
        var pending = (await ledger.PendingAsync(announcement.Name, cancellation)).ToList();
        foreach (var id in eventIds.Where(id => !pending.Exists(each => each.Event.Id == id)))
        {
            if (await ledger.FindAsync(id, cancellation) is { } named
                && named.Event.Announcement == announcement.Name
                && LaunchRules.StateOf(named, CampaignPlan.From(announcement, named.Event)) != LaunchState.Launched)
            {
                pending.Add(named);
            }
        }

        return pending;
    }

    private async Task<(bool IsWhole, int Launched)> LaunchAsync(
        Announcement announcement, EventRecord pending, Func<PlannedCampaign, bool> isWanted, Deadline deadline)
    {
        var plan = CampaignPlan.From(announcement, pending, time.GetUtcNow());
        var records = new Dictionary<string, CampaignRecord>(pending.Campaigns);
        foreach (var campaign in plan.Where(isWanted).TakeWhile(_ => deadline.AllowsMore))
        {
            var name = campaign.Identity.Campaign;
            if (await launcher.LaunchAsync(campaign, records.GetValueOrDefault(name), deadline.Cancellation) is { } now)
            {
                records[name] = now;
            }
        }

        var after = pending with { Campaigns = records };
        var isWhole = LaunchRules.StateOf(after, plan) == LaunchState.Launched;
        if (isWhole)
        {
            await ledger.CompleteAsync(pending.Event.Id, CancellationToken.None);
        }
        else
        {
            Report(announcement, after, plan);
        }

        return (isWhole, Launched(after) - Launched(pending));
    }

    private static int Launched(EventRecord record) => record.Campaigns.Values.Count(campaign => campaign.State == LaunchState.Launched);

    private void Report(Announcement announcement, EventRecord pending, IReadOnlyList<PlannedCampaign> plan)
    {
        if (LaunchRules.IsOverdue(announcement, pending, plan, time.GetUtcNow()))
        {
            log.Overdue(pending.Event, LaunchRules.StateOf(pending, plan));
            metrics.Count(MetricName.CompanyEventsOverdue);
        }
    }

    private void ReportOrphaned(IEnumerable<EventRecord> pending)
    {
        foreach (var orphan in pending)
        {
            log.Orphaned(orphan.Event);
            metrics.Count(MetricName.CompanyEventsOverdue);
        }
    }
}
