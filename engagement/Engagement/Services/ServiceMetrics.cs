using Engagement.Telemetry;

namespace Engagement.Services;

/// <summary>A service that functions call, and the metrics of those calls.</summary>
public sealed record ServiceMetrics
{
    /// <summary>The ledger of company events.</summary>
    public static ServiceMetrics Ledger { get; } = new()
    {
        Name = "Ledger",
        Calls = MetricName.LedgerCalls,
        Throttled = MetricName.LedgerThrottled,
        Errors = MetricName.LedgerErrors,
        Duration = MetricName.LedgerDuration,
    };

    /// <summary>The tables of journeys.</summary>
    public static ServiceMetrics Journeys { get; } = new()
    {
        Name = "Journeys",
        Calls = MetricName.JourneyStoreCalls,
        Throttled = MetricName.JourneyStoreThrottled,
        Errors = MetricName.JourneyStoreErrors,
        Duration = MetricName.JourneyStoreDuration,
    };

    /// <summary>A queue.</summary>
    public static ServiceMetrics Queue { get; } = new()
    {
        Name = "Queue",
        Calls = MetricName.QueueCalls,
        Throttled = MetricName.QueueThrottled,
        Errors = MetricName.QueueErrors,
        Duration = MetricName.QueueDuration,
    };

    /// <summary>State machines.</summary>
    public static ServiceMetrics StateMachine { get; } = new()
    {
        Name = "State machine",
        Calls = MetricName.StateMachineCalls,
        Throttled = MetricName.StateMachineThrottled,
        Errors = MetricName.StateMachineErrors,
        Duration = MetricName.StateMachineDuration,
    };

    /// <summary>The signing secret. Calls that are too many count as failed.</summary>
    public static ServiceMetrics Secret { get; } = new()
    {
        Name = "Secrets Manager",
        Calls = MetricName.SecretCalls,
        Throttled = MetricName.SecretErrors,
        Errors = MetricName.SecretErrors,
        Duration = MetricName.SecretDuration,
    };

    /// <summary>Name in log lines and exceptions.</summary>
    public required string Name { get; init; }

    /// <summary>Counts calls.</summary>
    public required string Calls { get; init; }

    /// <summary>Counts calls that were too many.</summary>
    public required string Throttled { get; init; }

    /// <summary>Counts calls that failed otherwise.</summary>
    public required string Errors { get; init; }

    /// <summary>Measures each call.</summary>
    public required string Duration { get; init; }
}
