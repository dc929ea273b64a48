using Engagement.CompanyEvents;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Local.Definitions;
using Engagement.Local.Platforms;
using Engagement.Rendering;

namespace Engagement.Local.Announcements;

/// <summary>An announcement that is tried: who would get what. Nothing is sent or written down.</summary>
/// <param name="deployed">The definitions.</param>
/// <param name="announcement">The announcement.</param>
/// <param name="values">The event's attributes, as its rules took them.</param>
/// <param name="now">When the event would come.</param>
internal sealed class SupposedAnnouncement(
    DeployedFiles deployed, Announcement announcement, IReadOnlyDictionary<string, string> values, DateTimeOffset now)
{
    // Customers shown of each outcome: a page of any list.
    private const int SampleSize = 200;

    private readonly DefinitionSet definitions = deployed.Stack.Set;

    /// <summary>Judges the customers.</summary>
    /// <param name="platform">Keeps the customers.</param>
    /// <param name="customer">The id of the one that is asked about; null: all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<CampaignTally>> RunAsync(IRunningPlatform platform, string? customer, CancellationToken cancellation)
    {
        var run = Create(platform);
        var customers = customer is null ? platform.Profiles : new[] { platform.Customer(customer) }.OfType<CustomerProfile>();
        foreach (var page in customers.Chunk(SampleSize))
        {
            await run.AddAsync(page, cancellation);
        }

        return run.Campaigns;
    }

    /// <summary>The message of a campaign to a customer; null where it has no campaign, customer or endpoint.</summary>
    /// <param name="platform">Keeps the customers.</param>
    /// <param name="campaign">The campaign's name.</param>
    /// <param name="customer">The customer's id.</param>
    public SupposedMessage? Message(IRunningPlatform platform, string campaign, string customer)
    {
        var audience = Create(platform).Campaigns.FirstOrDefault(each => each.Definition.Name == campaign)?.Audience;
        var members = platform.Customer(customer)?.Members ?? [];
        return audience is null ? null : members
            .Where(member => member.Endpoint.Channel is not null)
            .OrderByDescending(member => audience.LeavesOut(member) is null)
            .Select(member => SupposedMessage.Render(audience.MessageTo(member), Named()))
            .FirstOrDefault(message => message is not null);
    }

    private DryRun Create(IRunningPlatform platform) => new(announcement, values, Named(), platform.Consents, now, SampleSize)
    {
        Limit = definitions.Journeys.Limit is { } most && platform.Sends is { } sends ? new(most, sends) : null,
    };

    private DryRunDefinitions Named()
    {
        var templates = definitions.TemplatesByName();
        return new(definitions.Segments, templates, definitions.Topics, new MessageRenderer(templates), definitions.TrackingPlan.Zone);
    }
}
