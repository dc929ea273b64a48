using Engagement.Services;

namespace Engagement.Pinpoint;

/// <summary>Metrics of calls to Pinpoint, in the namespace and with the dimension of all metrics.</summary>
public static class PinpointMetrics
{
    /// <summary>Calls to Pinpoint; retries within the client count as one with it. Count.</summary>
    public const string Calls = "PinpointCalls";

    /// <summary>Calls that Pinpoint refused because there were too many. Count.</summary>
    public const string Throttled = "PinpointThrottled";

    /// <summary>Calls to Pinpoint that failed otherwise: error, broken connection, time-out. Count.</summary>
    public const string Errors = "PinpointErrors";

    /// <summary>How long each call to Pinpoint took, retries within the client included. Milliseconds.</summary>
    public const string Duration = "PinpointDuration";

    /// <summary>Pinpoint, as functions call it.</summary>
    public static ServiceMetrics Service { get; } = new()
    {
        Name = "Pinpoint",
        Calls = Calls,
        Throttled = Throttled,
        Errors = Errors,
        Duration = Duration,
    };
}
