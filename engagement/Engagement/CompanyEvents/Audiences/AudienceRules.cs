using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.Audiences;

/// <summary>Finds the rule of a campaign: in the definitions, with the attributes that its event has in the ledger.</summary>
public sealed class AudienceRules(ILedger ledger, AnnouncementCatalog catalog)
{
    /// <exception cref="ServiceException">The ledger did not answer.</exception>
    public async Task<AudienceRule> FindAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
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
            return AudienceRule.From(new(campaign, attributes), at);
        }
        catch (KeyNotFoundException)
        {
            // The definitions ask for an attribute now that the event, older than they are, does not have.
            return AudienceRule.None("missingAttribute");
        }
    }
}
