using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>The campaigns of one application. Thread-safe.</summary>
internal sealed class CampaignStore
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, Campaign> campaigns = new(StringComparer.Ordinal);
    private int created;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Campaign> All
    {
        get
        {
            lock (gate)
            {
                return [.. campaigns.Values];
            }
        }
    }

    /// <summary>One by its id.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public Campaign Get(string id)
    {
        lock (gate)
        {
            return campaigns.TryGetValue(id, out var found) ? found : throw PinpointError.NotFound("campaign");
        }
    }

    /// <summary>Id for the next campaign of an application.</summary>
    public string NextId(string applicationId) => ResourceId.Of($"{applicationId}/campaigns/{Interlocked.Increment(ref created)}");

    /// <summary>Stores a new campaign.</summary>
    public void Add(Campaign campaign)
    {
        lock (gate)
        {
            campaigns.Add(campaign.Id, campaign);
        }
    }

    /// <summary>Removes a campaign, which stops where it is.</summary>
    public Campaign Remove(string id)
    {
        lock (gate)
        {
            var campaign = Get(id);
            campaign.Status = CampaignStatus.Deleted;
            campaigns.Remove(id);
            return campaign;
        }
    }

    /// <summary>Removes all of them.</summary>
    public void Clear()
    {
        foreach (var campaign in All)
        {
            Remove(campaign.Id);
        }
    }
}
