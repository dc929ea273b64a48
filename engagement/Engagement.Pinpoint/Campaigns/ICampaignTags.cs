namespace Engagement.Pinpoint.Campaigns;

/// <summary>What campaigns are tagged with.</summary>
public interface ICampaignTags
{
    /// <summary>A campaign's tags; null when there is no such campaign.</summary>
    /// <exception cref="ServiceException">They could not be read.</exception>
    Task<IReadOnlyDictionary<string, string>?> ReadAsync(string applicationId, string campaignId, CancellationToken cancellation);
}
