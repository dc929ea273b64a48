namespace Engagement.Services;

/// <summary>How a call to another service failed.</summary>
public enum ServiceFailure
{
    /// <summary>The service refused what was sent: the same again is refused again.</summary>
    Refused,

    /// <summary>
    /// The service refused the caller, or does not have what the call is for: whatever is sent is refused until an operator acts.
    /// </summary>
    Denied,

    /// <summary>There were too many calls.</summary>
    Throttled,

    /// <summary>An error of the service, a broken connection, a time-out: whether the call had an effect is unknown.</summary>
    Failed,
}
