namespace Engagement.CompanyEvents.Ledger;

/// <summary>How far an event, or one campaign of it, has come.</summary>
public enum LaunchState
{
    /// <summary>Written down; nothing launched yet.</summary>
    Published,

    /// <summary>An attempt is under way, or ended without a record.</summary>
    Launching,

    /// <summary>The platform has it. This is final.</summary>
    Launched,

    /// <summary>An attempt failed; another may follow.</summary>
    Failed,
}
