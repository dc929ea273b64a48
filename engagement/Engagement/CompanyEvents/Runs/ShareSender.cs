using Engagement.Customers;
using Engagement.Functions;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// Goes through a share of a run, page by page, until its time is up. Where the share is the run says, so that the next sender goes on
/// from there, however the last one ended.
/// </summary>
public sealed class ShareSender(
    ICampaignRuns runs,
    IShareQueue queue,
    RunAudiences audiences,
    ShareReader reader,
    PageSender pages,
    LogWriter log,
    MetricsWriter metrics)
{
    /// <returns>Whether the message is done with; otherwise it goes back to the queue.</returns>
    public async Task<bool> SendAsync(QueueMessage queued, Deadline deadline)
    {
        if (ShareMessage.Parse(queued.Body) is not { } message || CampaignIdentity.FromName(message.Run) is not { } identity)
        {
            return Return(queued);
        }

        try
        {
            return await runs.FindAsync(identity, CancellationToken.None) switch
            {
                { State: RunState.Sending } run => await ContinueAsync(run, message, deadline),
                null => Return(queued),
                // It has ended, or gone through all customers and waits for its next pass.
                _ => true,
            };
        }
        catch (ServiceException exception)
        {
            log.ShareFailed(identity, message.Share, exception.Message);
            metrics.Count(MetricName.SharesReturned, reason: "failed");
            return false;
        }
    }

    private bool Return(QueueMessage queued)
    {
        log.RunMissing(queued.Id);
        metrics.Count(MetricName.SharesReturned, reason: ReturnReason.Unreadable);
        return false;
    }

    private async Task<bool> ContinueAsync(CampaignRun run, ShareMessage message, Deadline deadline)
    {
        var found = await audiences.FindAsync(run, CancellationToken.None);
        if (found.Audience is { } audience)
        {
            await ContinueAsync(audience, run.ShareOf(message.Share), message, deadline);
            return true;
        }

        log.RunInvalid(run.Identity, found.Problem!);
        metrics.Count(MetricName.CampaignRulesMissing, reason: found.Problem);
        await runs.InvalidateAsync(run.Identity, found.Problem!, CancellationToken.None);
        return true;
    }

    private async Task ContinueAsync(RunAudience audience, RunShare share, ShareMessage message, Deadline deadline)
    {
        while (!share.IsDone)
        {
            if (deadline.Cancellation.IsCancellationRequested)
            {
                await queue.SendAsync([message], TimeSpan.Zero, CancellationToken.None);
                return;
            }

            var part = new CustomerShare(message.Share, CampaignRun.ShareCount);
            var page = await reader.ReadAsync(audience, part, share.Position, deadline.Cancellation);
            switch (await pages.SendAsync(audience, page.Chosen, message.Attempt, deadline))
            {
                case PageOutcome.Postponed postponed:
                    await queue.SendAsync([After(message, postponed)], postponed.Wait, CancellationToken.None);
                    return;
                case PageOutcome.Whole whole:
                    var leftOut = page.LeftOut.Plus(RunProgress.LeavingOut(whole.LeftOut));
                    var progress = leftOut.Plus(RunProgress.Holding(whole.Held)).Plus(RunProgress.From(whole.Results));
                    var next = share.After(page.Next, progress);
                    if (!await runs.TryMoveAsync(audience.Identity, message.Share, share, next, CancellationToken.None))
                    {
                        // Another sender moved the share on, and its message is in the queue until it is done.
                        return;
                    }

                    Count(share.Pass == 1 ? progress : RunProgress.From(whole.Settled));
                    (share, message) = (next, message with { Attempt = 0 });
                    break;
            }
        }

        await CompleteAsync(audience.Identity);
    }

    private static ShareMessage After(ShareMessage message, PageOutcome.Postponed postponed) =>
        postponed.IsInVain ? message with { Attempt = message.Attempt + 1 } : message;

    // A later pass finds again who was left out, and who got the message.
    private void Count(RunProgress progress)
    {
        foreach (var (reason, endpoints) in progress.LeftOut)
        {
            metrics.Count(MetricName.CustomersLeftOut, endpoints, reason);
        }
    }

    // Also of a share that was done before: its sender may have ended between the two.
    private async Task CompleteAsync(CampaignIdentity identity)
    {
        if (await runs.FindAsync(identity, CancellationToken.None) is not { State: RunState.Sending, IsThrough: true } run)
        {
            return;
        }

        if (run.Progress.HeldUntil is { } until)
        {
            await HoldAsync(run, until);
        }
        else if (await runs.TryCompleteAsync(identity, CancellationToken.None))
        {
            log.RunCompleted(identity, run.Progress);
            metrics.Count(MetricName.RunsCompleted);
        }
    }

    private async Task HoldAsync(CampaignRun run, DateTimeOffset until)
    {
        if (await runs.TryHoldAsync(run.Identity, run.Pass, until, CancellationToken.None))
        {
            log.RunHeld(run, until);
            metrics.Count(MetricName.MessagesHeld, run.Progress.Held);
        }
    }
}
