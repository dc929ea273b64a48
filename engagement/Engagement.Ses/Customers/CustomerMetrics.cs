using Engagement.Services;

namespace Engagement.Ses.Customers;

/// <summary>Metrics of calls to the tables of customers, in the namespace and with the dimension of all metrics.</summary>
public static class CustomerMetrics
{
    /// <summary>Calls to the tables; retries within the client count as one with it. Count.</summary>
    public const string Calls = "CustomerCalls";

    /// <summary>Calls to the tables that were refused because there were too many. Count.</summary>
    public const string Throttled = "CustomerThrottled";

    /// <summary>Calls to the tables that failed otherwise. Count.</summary>
    public const string Errors = "CustomerErrors";

    /// <summary>How long each call to the tables took, retries within the client included. Milliseconds.</summary>
    public const string Duration = "CustomerDuration";

    /// <summary>The tables, as functions call them.</summary>
    public static ServiceMetrics Service { get; } = new()
    {
        Name = "Customers",
        Calls = Calls,
        Throttled = Throttled,
        Errors = Errors,
        Duration = Duration,
    };
}
