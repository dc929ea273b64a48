using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Audiences;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>
/// Finds a campaign's rule by its tags, and keeps it: neither tags nor event nor, within one deployment, definitions change. That there is
/// none is not kept.
/// </summary>
public sealed class HookRules(ICampaignTags tags, AudienceRules rules)
{
    // An account has at most 200 campaigns that are not finished; more in the cache are of the past.
    private const int Most = 400;

    private readonly Dictionary<string, AudienceRule> kept = new(StringComparer.Ordinal);

    /// <exception cref="ServiceException">It could not be looked up.</exception>
    public async Task<AudienceRule> FindAsync(string applicationId, string campaignId, CancellationToken cancellation)
    {
        if (kept.TryGetValue(campaignId, out var known))
        {
            return known;
        }

        var found = await ReadAsync(applicationId, campaignId, cancellation);
        if (found.Rule is not null)
        {
            Keep(campaignId, found);
        }

        return found;
    }

    private void Keep(string campaignId, AudienceRule rule)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        kept[campaignId] = rule;
    }

    private async Task<AudienceRule> ReadAsync(string applicationId, string campaignId, CancellationToken cancellation)
    {
        if (applicationId.Length == 0
            || campaignId.Length == 0
            || await tags.ReadAsync(applicationId, campaignId, cancellation) is not { } read)
        {
            return AudienceRule.None("unknownCampaign");
        }

        return CampaignIdentity.FromTags(read) is { } identity
            ? await rules.FindAsync(identity, cancellation)
            : AudienceRule.None("untagged");
    }
}
