using Engagement.Services;

namespace Engagement.Ses.Sending;

/// <summary>Metrics of calls to SES, in the namespace and with the dimension of all metrics.</summary>
public static class SesMetrics
{
    /// <summary>Calls to SES. Count.</summary>
    public const string Calls = "SesCalls";

    /// <summary>Calls that SES refused because there were too many. Count.</summary>
    public const string Throttled = "SesThrottled";

    /// <summary>Calls to SES that failed otherwise: refusal, error, broken connection, time-out. Count.</summary>
    public const string Errors = "SesErrors";

    /// <summary>How long each call to SES took. Milliseconds.</summary>
    public const string Duration = "SesDuration";

    /// <summary>SES, as functions call it.</summary>
    public static ServiceMetrics Service { get; } = new()
    {
        Name = "SES",
        Calls = Calls,
        Throttled = Throttled,
        Errors = Errors,
        Duration = Duration,
    };
}
