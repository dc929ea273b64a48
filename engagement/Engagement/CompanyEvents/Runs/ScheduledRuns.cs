using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// Makes the runs of announcements with <c>via: schedule</c> when they are due: one for each campaign, ever. A campaign that is found more
/// than a day late is not sent. Its run says so, and is told of once.
/// </summary>
/// <param name="catalog">The announcements.</param>
/// <param name="runs">The runs.</param>
/// <param name="time">Tells the time.</param>
/// <param name="log">Takes log lines.</param>
/// <param name="metrics">Takes metrics.</param>
public sealed class ScheduledRuns(AnnouncementCatalog catalog, ICampaignRuns runs, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <summary>How late a campaign may begin, a day: after that its message may no longer be true.</summary>
    public static readonly TimeSpan LongestLateness = TimeSpan.FromDays(1);

    private const string TooLate = "tooLate";

    // Campaigns that have a run: what is made once is not asked for each minute.
    private readonly HashSet<CampaignIdentity> made = [];

    /// <exception cref="ServiceException">It is unknown whether a campaign has a run.</exception>
    public async Task MakeAsync(Deadline deadline)
    {
        foreach (var campaign in catalog.Announcements
            .Where(announcement => announcement.Via == AnnouncementRoute.Schedule)
            .SelectMany(CampaignPlan.FromSchedule)
            .Where(campaign => !made.Contains(campaign.Identity)))
        {
            var now = time.GetUtcNow();
            if ((campaign.Due ?? now) <= now)
            {
                await MakeAsync(campaign.Identity, campaign.Due ?? now, now, deadline.Cancellation);
                made.Add(campaign.Identity);
            }
        }
    }

    private async Task MakeAsync(CampaignIdentity identity, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellation)
    {
        var isLate = now - due > LongestLateness;
        var run = isLate
            ? new CampaignRun { Identity = identity, Due = due, State = RunState.Invalid, Problem = TooLate }
            : new CampaignRun { Identity = identity, Due = due };
        if (await runs.TryCreateAsync(run, cancellation) && isLate)
        {
            log.TooLate(identity);
            metrics.Count(MetricName.CampaignsTooLate);
        }
    }
}
