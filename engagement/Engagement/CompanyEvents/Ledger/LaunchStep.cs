namespace Engagement.CompanyEvents.Ledger;

/// <summary>What to do about one campaign of an event.</summary>
public enum LaunchStep
{
    /// <summary>Nobody has touched it: claim it, create it, record it.</summary>
    Create,

    /// <summary>Somebody tried: claim it, look in Pinpoint for a campaign with its tags, create it only when there is none, record it.</summary>
    FindOrCreate,

    /// <summary>Somebody is at it: come back later.</summary>
    Wait,

    /// <summary>It is launched.</summary>
    Nothing,
}
