using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Services;

namespace FilterAudience.Filtering;

/// <summary>
/// Finds a campaign's rule by its tags, and keeps it: neither tags nor event nor, within one deployment, definitions change. That there is none is
/// not kept.
/// </summary>
internal sealed class RuleCache(ICampaignTags tags, ILedger ledger, AnnouncementCatalog catalog)
{
    // An account has at most 200 campaigns that are not finished; more in the cache are of the past.
    private const int Most = 400;

    private readonly Dictionary<string, AudienceRule> rules = new(StringComparer.Ordinal);

    /// <exception cref="ServiceException">It could not be looked up.</exception>
    public async Task<AudienceRule> FindAsync(string applicationId, string campaignId, CancellationToken cancellation)
    {
        if (rules.TryGetValue(campaignId, out var known))
        {
            return known;
        }

        var found = await ReadAsync(applicationId, campaignId, cancellation);
        if (found.Rule is not null)
        {
            if (rules.Count >= Most)
            {
                rules.Clear();
            }

            rules[campaignId] = found;
        }

        return found;
    }

    private async Task<AudienceRule> ReadAsync(string applicationId, string campaignId, CancellationToken cancellation)
    {
        if (applicationId.Length == 0 || campaignId.Length == 0 || await tags.ReadAsync(applicationId, campaignId, cancellation) is not { } read)
        {
            return AudienceRule.None("unknownCampaign");
        }

        if (CampaignIdentity.Of(read) is not { } identity)
        {
            return AudienceRule.None("untagged");
        }

        if (identity.In(catalog) is not { } definition)
        {
            return AudienceRule.None("notDefined");
        }

        return identity.EventId is null
            ? Rule(definition.Campaign, definition.Announcement.Values, definition.Announcement.At)
            : await ledger.FindAsync(identity.EventId, cancellation) is { } record
                ? Rule(definition.Campaign, record.Event.Attributes, record.Event.PublishedAt)
                : AudienceRule.None("unknownEvent");
    }

    private static AudienceRule Rule(CampaignDefinition campaign, IReadOnlyDictionary<string, string> attributes, DateTimeOffset? at)
    {
        try
        {
            return AudienceRule.Of(new(campaign, attributes), at);
        }
        catch (KeyNotFoundException)
        {
            // The definitions ask for an attribute now that the event, older than they are, does not have.
            return AudienceRule.None("missingAttribute");
        }
    }
}
