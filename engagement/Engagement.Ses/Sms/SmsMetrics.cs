using Engagement.Services;

namespace Engagement.Ses.Sms;

/// <summary>Metrics of calls to AWS End User Messaging SMS, in the namespace and with the dimension of all metrics.</summary>
public static class SmsMetrics
{
    /// <summary>Calls to the service. Count.</summary>
    public const string Calls = "SmsCalls";

    /// <summary>Calls that the service refused because there were too many. Count.</summary>
    public const string Throttled = "SmsThrottled";

    /// <summary>Calls to the service that failed otherwise: refusal, error, broken connection, time-out. Count.</summary>
    public const string Errors = "SmsErrors";

    /// <summary>How long each call to the service took. Milliseconds.</summary>
    public const string Duration = "SmsDuration";

    /// <summary>The service, as functions call it.</summary>
    public static ServiceMetrics Service { get; } = new()
    {
        Name = "SMS",
        Calls = Calls,
        Throttled = Throttled,
        Errors = Errors,
        Duration = Duration,
    };
}
