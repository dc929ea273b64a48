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
        await foreach (var (origin, campaign, tally) in TalliesAsync(customer.Id, now, until, cancellation))
        {
            var comes = tally.Chosen > 0 || tally.Held.Any();
            coming.Add(new()
            {
                At = tally.Chosen == 0 && comes ? tally.Held.First().Until : campaign.Due!.Value,
                Origin = origin,
                Template = campaign.Template,
                LeftOut = comes ? null : DryRunReason.Meaning(tally.LeftOut.First().Reason),
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
        await foreach (var (origin, campaign, tally) in TalliesAsync(customer: null, now, until, cancellation))
        {
            var leftOut = tally.LeftOut.Sum(reason => reason.Count);
            coming.Add(new(campaign.Due!.Value, origin, campaign.Template, tally.Chosen, leftOut));
            coming.AddRange(tally.Held.Select(later => new CalendarEntry(later.Until, origin, campaign.Template, later.Count, LeftOut: 0)));
        }

        return coming;
    }

    // An event's campaigns are judged together, each at the time when it begins. Whose hours have not begun by then gets its message later.
    private async IAsyncEnumerable<(MessageOrigin Origin, StartedCampaign Campaign, CampaignTally Tally)> TalliesAsync(
        string? customer, DateTimeOffset now, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (announcement, published, campaigns) in Due(now, until))
        {
            var trial = new SupposedAnnouncement(deployed, announcement, published.Attributes, published.PublishedAt!.Value);
            var tallies = await trial.RunAsync(RunningPlatform.From(cloud), customer, cancellation);
            foreach (var campaign in campaigns)
            {
                yield return (
                    new("announcement", announcement.Name, campaign.Name),
                    campaign,
                    tallies.First(tally => tally.Definition.Name == campaign.Name));
            }
        }
    }

    // What has a time to begin was published at one.
    private IEnumerable<(Announcement, PublishedEvent, IReadOnlyList<StartedCampaign>)> Due(DateTimeOffset now, DateTimeOffset until) =>
        from announcement in deployed.Stack.Set.Announcements.Announcements
        where !announcement.IsHeld
        from published in PublishedEvents.Find(cloud, announcement)
        let campaigns = published.Campaigns.Where(campaign => campaign.Due > now && campaign.Due <= until).ToList()
        where campaigns.Count > 0
        select (announcement, published, (IReadOnlyList<StartedCampaign>)campaigns);
}
