using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Pinpoint.Quotas;

namespace Handlers.Tests.Definitions;

public class ShippedDefinitionsTests
{
    private static readonly DefinitionSet Shipped = DefinitionSet.Load(
        Path.Combine(AppContext.BaseDirectory, "definitions"),
        PinpointLimits.Definitions);

    [Theory]
    [InlineData("feature_release", AnnouncementRoute.Journey, "feature version url")]
    [InlineData("system_update", AnnouncementRoute.StepFunctions, "starts_at duration url")]
    [InlineData("price_change", AnnouncementRoute.Schedule, "effective url")]
    public void Each_announcement_goes_its_way(string name, AnnouncementRoute via, string attributes)
    {
        var announcement = Shipped.Announcements.Find(name)!;
        Assert.Equal((via, attributes), (announcement.Via, string.Join(' ', announcement.Attributes)));
        Assert.NotNull(announcement.Description);
    }

    [Fact]
    public void Feature_release_has_a_message_for_each_tier_and_a_follow_up() => Assert.Equal(
        ["premium -> feature-release-premium ", "standard -> feature-release-standard ", "premium -> feature-release-follow-up 2.00:00:00"],
        Shipped.Announcements.Find("feature_release")!.Campaigns
            .Select(campaign => $"{campaign.Segment} -> {campaign.Template} {campaign.After}"));

    [Fact]
    public void Segments_reach_mail_alone() => Assert.All(
        Shipped.Segments.Segments,
        segment =>
            Assert.Contains(
                segment.Conditions,
                condition => condition is { Subject: Engagement.Definitions.Segments.SegmentSubject.Channel, Values: ["EMAIL"] }));

    [Fact]
    public void Via_changes_from_journey_to_state_machine_and_back_by_one_word()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "definitions", "announcements.yaml"));
        var changed = AnnouncementCatalog
            .Parse(text.Replace("    via: journey\n", "    via: stepFunctions\n", StringComparison.Ordinal), "announcements.yaml")
            .Find("feature_release")!;
        Assert.Equal(AnnouncementRoute.StepFunctions, changed.Via);
        Assert.Equal(
            Shipped.Announcements.Find("feature_release")!.Campaigns.Select(campaign => campaign.Name),
            changed.Campaigns.Select(campaign => campaign.Name));
    }
}
