using Engagement.CompanyEvents.Ledger;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Launching;

/// <summary>
/// Makes one (event, campaign) one campaign: claims it in the ledger, looks for it after an earlier attempt, creates it, and records it.
/// Whatever happens between two of these steps leaves a claim that expires, and the next attempt begins with looking.
/// </summary>
public sealed class ExactlyOnceLauncher(ILedger ledger, ICampaigns campaigns, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <param name="campaign">The campaign.</param>
    /// <param name="known">What the ledger said of it.</param>
    /// <param name="cancellation">Ends the attempt. What came of it is recorded even then.</param>
    /// <returns>What the ledger says of it now, as far as is known.</returns>
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task<CampaignRecord?> LaunchAsync(PlannedCampaign campaign, CampaignRecord? known, CancellationToken cancellation)
    {
        var step = LaunchRules.Next(known, time.GetUtcNow());
        if (step is LaunchStep.Nothing or LaunchStep.Wait)
        {
            return known;
        }

        var claim = LaunchRules.Claimed(known, time.GetUtcNow());
        if (!await ReplaceAsync(campaign, known, claim, cancellation))
        {
            return known;
        }

        var result = await AttemptAsync(campaign, claim, mayExist: step == LaunchStep.FindOrCreate, cancellation);
        // Not cancelled with the attempt: what is not recorded has to be looked for.
        return await ReplaceAsync(campaign, claim, result, CancellationToken.None) ? result : claim;
    }

    private async Task<CampaignRecord> AttemptAsync(
        PlannedCampaign campaign, CampaignRecord claim, bool mayExist, CancellationToken cancellation)
    {
        try
        {
            var found = mayExist ? await campaigns.FindAsync(campaign.Identity, cancellation) : null;
            var id = found ?? await campaigns.CreateAsync(campaign, cancellation);
            log.Launched(campaign.Identity, id, found is not null);
            metrics.Count(MetricName.CampaignsLaunched);
            return LaunchRules.Launched(claim, id, time.GetUtcNow());
        }
        catch (ServiceException exception)
        {
            log.LaunchFailed(campaign.Identity, exception.Message);
            metrics.Count(MetricName.CampaignsFailed);
            return LaunchRules.Failed(claim, exception.Message, time.GetUtcNow());
        }
    }

    private Task<bool> ReplaceAsync(PlannedCampaign campaign, CampaignRecord? from, CampaignRecord to, CancellationToken cancellation) =>
        ledger.TryReplaceAsync(campaign.Identity.EventId!, campaign.Identity.Campaign, from, to, cancellation);
}
