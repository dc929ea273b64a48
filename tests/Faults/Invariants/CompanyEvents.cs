using Engagement.CompanyEvents;
using Faults.Tests.Rounds;
using Faults.Tests.Shop;

namespace Faults.Tests.Invariants;

/// <summary>Each campaign of each event is there once.</summary>
internal static class CompanyEvents
{
    public static IEnumerable<string> Problems(RoundEnd end)
    {
        var campaigns = end.Round.Shop.Platform.Campaigns.CountBy(campaign => campaign.Identity).ToDictionary();
        return end.Round.Company.Events.SelectMany(each => Problems(each, campaigns, end));
    }

    private static IEnumerable<string> Problems(PublishedEvent published, Dictionary<CampaignIdentity, int> campaigns, RoundEnd end) =>
        from campaign in ShopDefinitions.CampaignsOf(published.Announcement)
        let count = campaigns.GetValueOrDefault(Identity(published, campaign))
        where count > 1 || (count == 0 && published.IsAccepted && !end.IsKept(published.Id))
        select $"{published.Announcement} {campaign} of {published.Id} is there {count} times";

    private static CampaignIdentity Identity(PublishedEvent published, string campaign) =>
        new() { Announcement = published.Announcement, Campaign = campaign, EventId = published.Id };
}
