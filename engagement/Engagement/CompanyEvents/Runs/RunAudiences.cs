using Engagement.CompanyEvents.Audiences;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Segments;
using Engagement.Services;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Finds the audiences of runs.</summary>
/// <param name="catalog">The announcements.</param>
/// <param name="segments">The segments that they go to.</param>
/// <param name="rules">Finds a campaign's rule.</param>
public sealed class RunAudiences(AnnouncementCatalog catalog, SegmentCatalog segments, AudienceRules rules)
{
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task<FoundAudience> FindAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        var found = await rules.FindAsync(identity, cancellation);
        return found.Rule is not { } rule ? new(null, found.Missing)
            : identity.In(catalog) is { } definition && segments.Find(definition.Campaign.Segment) is { } segment
                ? new(new(identity, definition.Campaign, segment, rule), null)
            : new(null, "noSegment");
    }
}
