namespace Engagement.CompanyEvents.Ledger;

/// <summary>How far an event, or one campaign of it, has come.</summary>
public enum LaunchState
{
    /// <summary>Written down; nothing launched yet.</summary>
    Published,

    /// <summary>Somebody is at it, or was and did not come back.</summary>
    Launching,

    /// <summary>Pinpoint has it. This is final.</summary>
    Launched,

    /// <summary>An attempt failed; another may follow.</summary>
    Failed,
}
