namespace Engagement.CompanyEvents.Runs;

/// <summary>How far a campaign's run has come.</summary>
public enum RunState
{
    /// <summary>It is not due, or nobody has started it yet. It waits again while customers are outside their hours.</summary>
    Waiting,

    /// <summary>Its shares are gone through.</summary>
    Sending,

    /// <summary>All of its shares are gone through to their end. This is final.</summary>
    Completed,

    /// <summary>It cannot be sent, and the run says why. This is final.</summary>
    Invalid,
}
