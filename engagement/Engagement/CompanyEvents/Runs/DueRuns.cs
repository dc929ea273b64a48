using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// Starts the runs that are due, but for those of announcements that are held. What fails for one keeps none of the others.
/// </summary>
public sealed class DueRuns(
    AnnouncementCatalog catalog, ICampaignRuns runs, RunStarter starter, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <exception cref="ServiceException">It could not be found out what is due.</exception>
    public async Task StartAsync(Deadline deadline)
    {
        foreach (var identity in await runs.DueAsync(time.GetUtcNow(), deadline.Cancellation))
        {
            if (!deadline.AllowsMore)
            {
                return;
            }

            if (catalog.Find(identity.Announcement) is { IsHeld: true })
            {
                metrics.Count(MetricName.CampaignsHeld);
            }
            else
            {
                await StartAsync(identity, deadline.Cancellation);
            }
        }
    }

    private async Task StartAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        try
        {
            await starter.StartAsync(identity, cancellation);
        }
        catch (ServiceException exception)
        {
            log.StartFailed(identity, exception.Message);
            metrics.Count(MetricName.RunStartsFailed);
        }
    }
}
