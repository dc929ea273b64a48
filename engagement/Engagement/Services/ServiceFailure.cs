namespace Engagement.Services;

/// <summary>How a call to another service failed.</summary>
public enum ServiceFailure
{
    /// <summary>The service refused what was sent, or by whom: the same again is refused again.</summary>
    Refused,

    /// <summary>There were too many calls.</summary>
    Throttled,

    /// <summary>An error of the service, a broken connection, a time-out: whether the call had an effect is unknown.</summary>
    Failed,
}
