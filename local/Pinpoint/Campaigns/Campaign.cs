using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>A campaign with its versions and runs. Thread-safe.</summary>
internal sealed class Campaign(CampaignResponse first)
{
    private readonly Lock gate = new();
    private readonly List<CampaignResponse> versions = [first];
    private readonly List<ActivityResponse> activities = [];
    private string status = CampaignStatus.Scheduled;

    public string Id { get; } = first.Id;

    public string Arn { get; } = first.Arn;

    /// <summary>One of <see cref="CampaignStatus"/>.</summary>
    public string Status
    {
        get
        {
            lock (gate)
            {
                return status;
            }
        }

        set
        {
            lock (gate)
            {
                status = value;
            }
        }
    }

    /// <summary>Its latest version.</summary>
    public CampaignResponse Latest => Versions[^1];

    /// <summary>Its versions, oldest first, with the state that it has now.</summary>
    public IReadOnlyList<CampaignResponse> Versions
    {
        get
        {
            lock (gate)
            {
                return [.. versions.Select(version => version with { State = new CampaignState(status) })];
            }
        }
    }

    /// <summary>Its runs, oldest first.</summary>
    public IReadOnlyList<ActivityResponse> Activities
    {
        get
        {
            lock (gate)
            {
                return [.. activities];
            }
        }
    }

    /// <summary>Adds a version.</summary>
    public void Add(CampaignResponse version)
    {
        lock (gate)
        {
            versions.Add(version);
        }
    }

    /// <summary>Begins to execute the version that was scheduled, unless the campaign was changed, paused or deleted since.</summary>
    public bool TryExecute(int version)
    {
        lock (gate)
        {
            if (status != CampaignStatus.Scheduled || versions[^1].Version != version)
            {
                return false;
            }

            status = CampaignStatus.Executing;
            return true;
        }
    }

    /// <summary>Ends the execution, unless the campaign was deleted meanwhile.</summary>
    public void Finish(string outcome)
    {
        lock (gate)
        {
            status = status == CampaignStatus.Executing ? outcome : status;
        }
    }

    /// <summary>Adds a run or replaces what is known of it.</summary>
    public void Report(ActivityResponse activity)
    {
        lock (gate)
        {
            activities.RemoveAll(each => each.Id == activity.Id);
            activities.Add(activity);
        }
    }

    /// <summary>Id for its next run.</summary>
    public string NextActivityId() => ResourceId.From($"{Id}/activities/{Activities.Count + 1}");
}
