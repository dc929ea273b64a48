using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Runs;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Campaigns of a platform that has none.</summary>
public class RunCampaignsTests
{
    private readonly Telemetry telemetry = new();
    private readonly FakeRuns runs = new();
    private readonly FakeShareQueue queue = new();

    [Fact]
    public async Task A_campaign_is_a_run_with_its_name_which_begins_at_once_or_when_it_is_due()
    {
        var plan = CampaignPlan.From(Invocation.Catalog.Find("release")!, Invocation.Release(telemetry.Time.GetUtcNow()));
        Assert.Null(await Campaigns.FindAsync(plan[0].Identity, default));
        Assert.Equal("release.premium.r1", await Campaigns.CreateAsync(plan[0], default));
        Assert.Equal("release.later.r1", await Campaigns.CreateAsync(plan[1], default));
        Assert.Equal("release.premium.r1", await Campaigns.FindAsync(plan[0].Identity, default));
        Assert.Equal((RunState.Sending, RunState.Waiting), (runs["release.premium.r1"].State, runs["release.later.r1"].State));
        // No minute earlier or later: the 16 minutes that another platform wants to know ahead are not waited for here.
        Assert.Equal(telemetry.Time.GetUtcNow().AddDays(2), runs["release.later.r1"].Due);
        Assert.Equal(CampaignRun.ShareCount, queue.Sent.Count);
    }

    [Fact]
    public async Task A_campaign_that_is_created_again_is_the_same_run()
    {
        var planned = CampaignPlan.From(Invocation.Catalog.Find("release")!, Invocation.Release(telemetry.Time.GetUtcNow()))[0];
        await Campaigns.CreateAsync(planned, default);
        Assert.Equal("release.premium.r1", await Campaigns.CreateAsync(planned, default));
        Assert.Equal(["release.premium.r1"], runs.Names);
        Assert.Equal(CampaignRun.ShareCount, queue.Sent.Count);
    }

    private RunCampaigns Campaigns => new(runs, new(runs, queue, telemetry.Log), telemetry.Time);
}
