using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Pinpoint.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.CompanyEvents;

public class CampaignPlanTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Event_makes_every_campaign_of_its_announcement() => Assert.Equal(
        [
            "release.premium.r-1 premium news-premium ",
            "release.standard.r-1 standard news ",
            "release.later.r-1 premium reminder 2026-12-03T09:00:00Z",
        ],
        CampaignPlan.From(Announcing.Release, Announcing.Event())
            .Select(campaign => $"{campaign.Identity.Name} {campaign.Segment} {campaign.Template} {campaign.Due:yyyy-MM-ddTHH:mm:ssZ}"));

    [Fact]
    public void Schedule_makes_its_campaigns_without_an_event()
    {
        Assert.Equal(
            ["prices.all 2027-03-01T09:00:00Z", "prices.again 2027-03-08T09:00:00Z"],
            CampaignPlan.FromSchedule(Announcing.Catalog.Find("prices")!)
                .Select(campaign => $"{campaign.Identity.Name} {campaign.Due:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Null(Assert.Single(CampaignPlan.FromSchedule(Announcing.Catalog.Find("hello")!)).Due);
    }

    [Fact]
    public void Plans_of_the_wrong_kind_are_not_made()
    {
        Assert.Throws<ArgumentException>(() => CampaignPlan.FromSchedule(Announcing.Release));
        Assert.Throws<ArgumentException>(() => CampaignPlan.From(Announcing.Catalog.Find("outage")!, Announcing.Event()));
    }

    [Fact]
    public void Tags_say_which_campaign_it_is_and_lead_to_its_definition()
    {
        var identity = CampaignPlan.From(Announcing.Release, Announcing.Event())[0].Identity;
        Assert.Equal(
            ["engagement:announcement=release", "engagement:campaign=premium", "engagement:event=r-1"],
            identity.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(identity, CampaignIdentity.FromTags(new Dictionary<string, string>(identity.Tags) { ["team"] = "x" }));
        Assert.Equal("premium", identity.In(Announcing.Catalog)?.Campaign.Name);
        Assert.Null((identity with { Campaign = "gone" }).In(Announcing.Catalog));
    }

    [Fact]
    public void Tags_of_another_campaign_are_nobodys() =>
        Assert.Null(CampaignIdentity.FromTags(new Dictionary<string, string> { ["team"] = "x" }));

    [Fact]
    public void Identities_are_stable_distinct_and_fit_in_tags_and_names() => Prop.ForAll(IdentityPairs, pair =>
    {
        var (one, other) = pair;
        Assert.Equal(one == other, one.Name == other.Name);
        Assert.Equal(one, CampaignIdentity.FromTags(one.Tags));
        Assert.Equal(one, CampaignIdentity.FromName(one.Name));
        Assert.True(one.Name.Length <= 146);
        Assert.All(one.Tags.Values, value => Assert.Matches("^[A-Za-z0-9._:-]{1,256}$", value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Same_event_gives_the_same_plan_whenever_it_is_asked() => Assert.Equal(
        CampaignPlan.From(Announcing.Release, Announcing.Event()).Select(campaign => (campaign.Identity.Name, campaign.Due)),
        CampaignPlan.From(Announcing.Release, Announcing.Event()).Select(campaign => (campaign.Identity.Name, campaign.Due)));

    [Fact]
    public void Immediate_campaign_starts_at_once_however_late_it_is_created() =>
        Assert.Null(CampaignStart.From(CampaignPlan.From(Announcing.Release, Announcing.Event())[0], Announcing.Now.AddDays(9)));

    [Fact]
    public void Later_campaign_is_never_early_and_scheduled_no_shorter_ahead_than_Pinpoint_wants() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), minutes =>
        {
            var later = CampaignPlan.From(Announcing.Release, Announcing.Event())[2];
            var now = later.Due!.Value + (Minute * (minutes % 6000));
            switch (CampaignStart.From(later, now))
            {
                case null:
                    Assert.True(now >= later.Due);
                    break;
                case { } start:
                    Assert.True(start >= later.Due && start - now >= TimeSpan.FromMinutes(15));
                    Assert.True(start == later.Due || start - later.Due <= TimeSpan.FromMinutes(16));
                    break;
            }
        }).QuickCheckThrowOnFailure();

    // From few letters, so that many pairs would be the same if the parts were joined carelessly.
    private static Arbitrary<(CampaignIdentity, CampaignIdentity)> IdentityPairs
    {
        get
        {
            var name = Gen.Elements("a", "b", "a-a", "a_b", "b-a", new string('x', 40));
            var id = Gen.Elements(null, "a", "a.a", "b.a", "a.b.a", "a:b", new string('9', 64));
            var identity = from announcement in name
                           from campaign in name
                           from eventId in id
                           select new CampaignIdentity { Announcement = announcement, Campaign = campaign, EventId = eventId };
            return (from one in identity from other in identity select (one, other)).ToArbitrary();
        }
    }
}
