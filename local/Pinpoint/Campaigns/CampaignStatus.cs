namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>Where a campaign is in its life, by Pinpoint's names.</summary>
internal static class CampaignStatus
{
    public const string Scheduled = "SCHEDULED";
    public const string Executing = "EXECUTING";
    public const string Completed = "COMPLETED";
    public const string Paused = "PAUSED";
    public const string Deleted = "DELETED";
    public const string Invalid = "INVALID";

    /// <summary>Whether it counts towards the quota of active campaigns (developer guide, "Campaign quotas").</summary>
    public static bool IsActive(string status) => status is Scheduled or Executing;
}
