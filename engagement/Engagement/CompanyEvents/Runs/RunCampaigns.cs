using Engagement.CompanyEvents.Launching;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Campaigns of a platform that has none: each is a run, which begins when it is due.</summary>
public sealed class RunCampaigns(ICampaignRuns runs, RunStarter starter, TimeProvider time) : ICampaigns
{
    /// <inheritdoc/>
    public async Task<string?> FindAsync(CampaignIdentity identity, CancellationToken cancellation) =>
        await runs.FindAsync(identity, cancellation) is null ? null : identity.Name;

    /// <inheritdoc/>
    public async Task<string> CreateAsync(PlannedCampaign campaign, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = campaign.Due ?? now;
        await runs.TryCreateAsync(new() { Identity = campaign.Identity, Due = due }, cancellation);
        if (due <= now)
        {
            await starter.StartAsync(campaign.Identity, cancellation);
        }

        return campaign.Identity.Name;
    }
}
