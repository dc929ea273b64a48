using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Launching;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Campaigns in memory, which take no idempotency token either.</summary>
internal sealed class FakeCampaigns : ICampaigns
{
    public List<PlannedCampaign> Created { get; } = [];

    /// <summary>Called before a campaign is created.</summary>
    public Action<PlannedCampaign> Creating { get; set; } = _ => { };

    /// <summary>Whether the answer to the next creation is lost.</summary>
    public bool LosesAnswer { get; set; }

    public Task<string?> FindAsync(CampaignIdentity identity, CancellationToken cancellation) =>
        Task.FromResult(Created.FindIndex(each => each.Identity == identity) is >= 0 and var index ? Id(index) : null);

    public Task<string> CreateAsync(PlannedCampaign campaign, CancellationToken cancellation)
    {
        Creating(campaign);
        Created.Add(campaign);
        if (LosesAnswer)
        {
            LosesAnswer = false;
            throw new ServiceException(ServiceFailure.Failed, "Pinpoint: TaskCanceledException");
        }

        return Task.FromResult(Id(Created.Count - 1));
    }

    private static string Id(int index) => $"c{index}";
}
