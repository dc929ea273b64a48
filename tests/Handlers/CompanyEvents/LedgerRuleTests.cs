using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;

namespace Handlers.Tests.CompanyEvents;

public class LedgerRuleTests
{
    private static readonly DateTimeOffset Now = Announcing.Now;
    private static readonly IReadOnlyList<PlannedCampaign> Plan = CampaignPlan.From(Announcing.Release, Announcing.Event());
    private static readonly CampaignRecord Claim = LaunchRules.Claimed(null, Now);

    [Fact]
    public void New_event_is_new() => Assert.Equal(PublishOutcome.New, PublishRules.Judge(Announcing.Event(), null));

    [Fact]
    public void Repeated_event_is_triggered_again_until_somebody_set_about_it()
    {
        var later = Announcing.Event() with { PublishedAt = Now.AddHours(1) };
        Assert.Equal(PublishOutcome.TriggerAgain, PublishRules.Judge(later, new() { Event = Announcing.Event() }));
        Assert.Equal(PublishOutcome.Repeated, PublishRules.Judge(later, Record(("premium", Claim))));
    }

    [Fact]
    public void Id_of_another_event_is_a_conflict()
    {
        Assert.Equal(
            PublishOutcome.Conflicting,
            PublishRules.Judge(Announcing.Event(version: "4.3"), new() { Event = Announcing.Event() }));
        Assert.Equal(
            PublishOutcome.Conflicting,
            PublishRules.Judge(Announcing.Event() with { Announcement = "outage" }, new() { Event = Announcing.Event() }));
        Assert.Equal(
            PublishOutcome.Conflicting,
            PublishRules.Judge(
                Announcing.Event() with { Attributes = new Dictionary<string, string>() },
                new() { Event = Announcing.Event() }));
        Assert.Equal(
            "id: is that of an earlier event with another name or other attributes; use a new id",
            PublishRules.Conflict.ToString());
    }

    [Fact]
    public void Untouched_campaign_is_created() => Assert.Equal(LaunchStep.Create, LaunchRules.Next(null, Now));

    [Fact]
    public void Claimed_campaign_is_left_alone_until_the_claim_runs_out_and_then_looked_for()
    {
        Assert.Equal(LaunchStep.Wait, LaunchRules.Next(Claim, Now + LaunchRules.Claim - TimeSpan.FromTicks(1)));
        Assert.Equal(LaunchStep.FindOrCreate, LaunchRules.Next(Claim, Now + LaunchRules.Claim));
    }

    [Fact]
    public void Failed_campaign_is_looked_for_at_once_since_the_call_may_have_come_through() =>
        Assert.Equal(LaunchStep.FindOrCreate, LaunchRules.Next(LaunchRules.Failed(Claim, "timed out", Now), Now));

    [Fact]
    public void Launched_campaign_is_launched_for_good()
    {
        var launched = LaunchRules.Launched(Claim, "c-1", Now);
        Assert.Equal(LaunchStep.Nothing, LaunchRules.Next(launched, Now.AddYears(1)));
        Assert.Equal(("c-1", 1), (launched.CampaignId, launched.Attempts));
        Assert.Throws<InvalidOperationException>(() => LaunchRules.Claimed(launched, Now.AddYears(1)));
        Assert.Throws<InvalidOperationException>(() => LaunchRules.Failed(launched, "x", Now));
    }

    [Fact]
    public void Each_attempt_is_counted_and_forgets_why_the_last_failed()
    {
        var second = LaunchRules.Claimed(LaunchRules.Failed(Claim, "timed out", Now), Now);
        Assert.Equal((2, null, LaunchState.Launching), (second.Attempts, second.Failure, second.State));
        Assert.Throws<InvalidOperationException>(() => LaunchRules.Claimed(second, Now));
    }

    [Fact]
    public void Event_is_as_far_as_its_campaigns()
    {
        var launched = LaunchRules.Launched(Claim, "c", Now);
        var failed = LaunchRules.Failed(Claim, "x", Now);
        Assert.Equal(LaunchState.Published, LaunchRules.StateOf(Record(), Plan));
        Assert.Equal(LaunchState.Launching, LaunchRules.StateOf(Record(("premium", Claim)), Plan));
        Assert.Equal(LaunchState.Launching, LaunchRules.StateOf(Record(("premium", launched), ("later", launched)), Plan));
        Assert.Equal(LaunchState.Failed, LaunchRules.StateOf(Record(("premium", launched), ("later", failed)), Plan));
        Assert.Equal(
            LaunchState.Launched,
            LaunchRules.StateOf(Record(("premium", launched), ("later", launched), ("standard", launched)), Plan));
    }

    [Fact]
    public void Event_is_overdue_after_fifteen_minutes()
    {
        Assert.False(LaunchRules.IsOverdue(Announcing.Release, Record(), Plan, Now.AddMinutes(15).AddTicks(-1)));
        Assert.True(LaunchRules.IsOverdue(Announcing.Release, Record(), Plan, Now.AddMinutes(15)));
        var launched = LaunchRules.Launched(Claim, "c", Now);
        Assert.False(
            LaunchRules.IsOverdue(
                Announcing.Release,
                Record(("premium", launched), ("later", launched), ("standard", launched)),
                Plan,
                Now.AddDays(1)));
    }

    [Theory]
    [InlineData(AnnouncementRoute.Journey, "standard", 5)]
    [InlineData(AnnouncementRoute.Journey, "later", 5)]
    [InlineData(AnnouncementRoute.StepFunctions, "standard", 15)]
    [InlineData(AnnouncementRoute.StepFunctions, "later", (2 * 24 * 60) + 15)]
    public void The_check_launches_a_campaign_once_its_trigger_had_its_chance(AnnouncementRoute via, string campaign, int minutes)
    {
        var (announcement, planned) = (Announcing.Release with { Via = via }, Plan.Single(each => each.Identity.Campaign == campaign));
        Assert.False(LaunchRules.IsForTheCheck(announcement, Record(), planned, Now.AddMinutes(minutes).AddTicks(-1)));
        Assert.True(LaunchRules.IsForTheCheck(announcement, Record(), planned, Now.AddMinutes(minutes)));
    }

    [Fact]
    public void The_check_waits_after_a_failure_until_lists_show_what_it_may_have_created()
    {
        var failed = Record(("standard", LaunchRules.Failed(Claim, "timed out", Now.AddHours(1))));
        Assert.False(LaunchRules.IsForTheCheck(Announcing.Release, failed, Plan[1], Now.AddHours(1).AddSeconds(59)));
        Assert.True(LaunchRules.IsForTheCheck(Announcing.Release, failed, Plan[1], Now.AddHours(1).AddMinutes(1)));
    }

    [Fact]
    public void A_follow_up_keeps_its_distance_from_what_it_follows_when_that_came_late()
    {
        Assert.Equal(Now.AddDays(2), CampaignPlan.From(Announcing.Release, Record(), Now.AddMinutes(14))[2].Due);
        Assert.Equal(Now.AddDays(5), CampaignPlan.From(Announcing.Release, Record(), Now.AddDays(3))[2].Due);
        var launched = LaunchRules.Launched(Claim, "c", Now.AddDays(1));
        Assert.Equal(Now.AddDays(3), CampaignPlan.From(Announcing.Release, Record(("premium", launched)), Now.AddDays(9))[2].Due);
    }

    private static EventRecord Record(params (string Campaign, CampaignRecord Record)[] campaigns) =>
        new() { Event = Announcing.Event(), Campaigns = campaigns.ToDictionary(each => each.Campaign, each => each.Record) };
}
