using Engagement.CompanyEvents.Audiences;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Services;
using Engagement.Times;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Finds the audiences of runs.</summary>
/// <param name="catalog">The announcements.</param>
/// <param name="segments">The segments that they go to.</param>
/// <param name="templates">The templates that they send, by name.</param>
/// <param name="topics">What their messages are about.</param>
/// <param name="rules">Finds a campaign's rule.</param>
/// <param name="otherwise">The zone of customers who have none.</param>
public sealed class RunAudiences(
    AnnouncementCatalog catalog,
    SegmentCatalog segments,
    IReadOnlyDictionary<string, MessageTemplate> templates,
    TopicCatalog topics,
    AudienceRules rules,
    CustomerZone otherwise)
{
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task<FoundAudience> FindAsync(CampaignRun run, CancellationToken cancellation)
    {
        var identity = run.Identity;
        var found = await rules.FindAsync(identity, cancellation);
        if (found.Rule is not { } rule || identity.In(catalog) is not var (announcement, campaign))
        {
            return new(null, found.Missing);
        }

        return !templates.TryGetValue(campaign.Template, out var template) ? new(null, "noTemplate")
            : segments.Find(campaign.Segment) is not { } segment ? new(null, "noSegment")
            : new(
                new(identity, campaign, segment, template, rule, topics.Get(announcement.Topic ?? Topic.Announcements), otherwise)
                {
                    Began = run.PassBegan,
                },
                null);
    }
}
