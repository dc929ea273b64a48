using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;

namespace Handlers.Tests.CompanyEvents;

public class CampaignRuleTests
{
    private static readonly CampaignRule Premium = new(Announcing.Release.Campaigns[0], Announcing.Event().Attributes);

    [Theory]
    [InlineData("en", "gold", true)]
    [InlineData("de", "gold", true)]
    [InlineData("fr de", "silver gold", true)]
    [InlineData("fr", "gold", false)]
    [InlineData("en", "silver", false)]
    [InlineData("EN", "gold", false)]
    [InlineData("en-GB", "gold", false)]
    [InlineData("", "gold", false)]
    [InlineData(null, "gold", false)]
    public void Customer_gets_the_message_when_one_value_of_each_attribute_is_listed(string? languages, string tiers, bool matches)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>> { ["tier"] = tiers.Split(' '), ["shoe_size"] = ["44"] };
        if (languages is not null)
        {
            attributes["language"] = languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        Assert.Equal(matches, Premium.Matches(attributes));
    }

    [Fact]
    public void Campaign_without_conditions_lets_everyone_through()
    {
        var standard = new CampaignRule(Announcing.Release.Campaigns[1], Announcing.Event().Attributes);
        Assert.True(standard.Matches(null));
        Assert.True(standard.Matches(new Dictionary<string, IReadOnlyList<string>>()));
        Assert.False(Premium.Matches(null));
    }

    [Fact]
    public void User_attributes_are_written_with_the_events_values()
    {
        Assert.Equal(
            ["headline: Search in 4.2", "last_release: 4.2"],
            Premium.UserAttributes.Select(each => $"{each.Key}: {Assert.Single(each.Value)}").Order(StringComparer.Ordinal));
        Assert.Empty(new CampaignRule(Announcing.Release.Campaigns[1], Announcing.Event().Attributes).UserAttributes);
    }

    [Fact]
    public void Template_is_shown_the_events_attributes() =>
        Assert.Equal(
            ["event_feature: Search", "event_version: 4.2"],
            Premium.Shown.Select(each => $"{each.Key}: {Assert.Single(each.Value)}").Order(StringComparer.Ordinal));

    [Fact]
    public void Scheduled_campaign_has_the_announcements_own_values()
    {
        var prices = Announcing.Catalog.Find("prices")!;
        var rule = new CampaignRule(prices.Campaigns[0], prices.Values);
        Assert.Equal(("1 May", "1 May"), (rule.UserAttributes["told"][0], rule.Shown["event_day"][0]));
    }

    [Fact]
    public void Attribute_that_is_not_there_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() => new CampaignRule(Announcing.Release.Campaigns[0], new Dictionary<string, string>()));
}
