namespace Engagement.CompanyEvents.Ledger;

/// <summary>What to do about one campaign of an event.</summary>
public enum LaunchStep
{
    /// <summary>No attempt was made: claim it, create it, record it.</summary>
    Create,

    /// <summary>
    /// An attempt was made: claim it, look on the platform for a campaign with its tags, create it only when there is none, record it.
    /// </summary>
    FindOrCreate,

    /// <summary>An attempt is under way: come back later.</summary>
    Wait,

    /// <summary>It is launched.</summary>
    Nothing,
}
