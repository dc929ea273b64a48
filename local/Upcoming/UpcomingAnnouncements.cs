using System.Runtime.CompilerServices;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Local.Announcements;
using Engagement.Local.Cloud;
using Engagement.Local.Definitions;
using Engagement.Local.Platforms;

namespace Engagement.Local.Upcoming;

/// <summary>The campaigns that have yet to begin, of events that were published and of the stack's own schedule.</summary>
/// <param name="cloud">The cloud.</param>
/// <param name="deployed">The definitions as they are deployed.</param>
internal sealed class UpcomingAnnouncements(LocalCloud cloud, DeployedFiles deployed)
{
    /// <summary>What they mean for a customer, whether their messages will be sent or left out.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="now">The instant after which they begin.</param>
    /// <param name="until">By when they begin.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<UpcomingMessage>> ForAsync(
        CustomerProfile customer, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var coming = new List<UpcomingMessage>();
        await foreach (var (announcement, campaign, tally) in TalliesAsync(customer.Id, now, until, cancellation))
        {
            coming.Add(new()
            {
                At = campaign.Due!.Value,
                Origin = new("announcement", announcement, campaign.Name),
                Template = campaign.Template,
                LeftOut = tally.Chosen + tally.Held.Sum(each => each.Count) > 0 ? null : DryRunReason.Meaning(tally.LeftOut.First().Reason),
            });
        }

        return coming;
    }

    /// <summary>What they mean for all customers.</summary>
    /// <param name="now">The instant after which they begin.</param>
    /// <param name="until">By when they begin.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<CalendarEntry>> AllAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var coming = new List<CalendarEntry>();
        await foreach (var (announcement, campaign, tally) in TalliesAsync(customer: null, now, until, cancellation))
        {
            coming.Add(new(
                campaign.Due!.Value,
                new("announcement", announcement, campaign.Name),
                campaign.Template,
                tally.Chosen + tally.Held.Sum(each => each.Count),
                tally.LeftOut.Sum(reason => reason.Count)));
        }

        return coming;
    }

    private async IAsyncEnumerable<(string Announcement, StartedCampaign Campaign, CampaignTally Tally)> TalliesAsync(
        string? customer, DateTimeOffset now, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (announcement, published, campaigns) in Due(now, until))
        {
            var trial = new SupposedAnnouncement(deployed, announcement, published.Attributes, now);
            var tallies = await trial.RunAsync(RunningPlatform.From(cloud), customer, cancellation);
            foreach (var campaign in campaigns)
            {
                yield return (announcement.Name, campaign, tallies.First(tally => tally.Definition.Name == campaign.Name));
            }
        }
    }

    private IEnumerable<(Announcement, PublishedEvent, IReadOnlyList<StartedCampaign>)> Due(
        DateTimeOffset now, DateTimeOffset until) =>
        from announcement in deployed.Stack.Set.Announcements.Announcements
        where !announcement.IsHeld
        from published in PublishedEvents.Find(cloud, announcement)
        let campaigns = published.Campaigns.Where(campaign => campaign.Due > now && campaign.Due <= until).ToList()
        where campaigns.Count > 0
        select (announcement, published, (IReadOnlyList<StartedCampaign>)campaigns);
}
