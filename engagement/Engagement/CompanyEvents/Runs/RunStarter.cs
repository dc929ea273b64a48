using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// Starts runs: gives them their shares and queues these. Whatever happens in between, the run stays due and is started again.
/// </summary>
public sealed class RunStarter(ICampaignRuns runs, IShareQueue queue, LogWriter log)
{
    /// <exception cref="ServiceException">The run may have begun, and is still due.</exception>
    public async Task StartAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        var begun = await runs.BeginAsync(identity, cancellation);
        if (begun.HasToQueue)
        {
            var shares = Enumerable.Range(0, CampaignRun.ShareCount);
            await queue.SendAsync(
                [.. shares.Select(share => new ShareMessage { Run = identity.Name, Share = share })], TimeSpan.Zero, cancellation);
            log.RunStarted(identity, begun.Pass);
        }

        await runs.NoteQueuedAsync(identity, begun.Pass, cancellation);
    }
}
