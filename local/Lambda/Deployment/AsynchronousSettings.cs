namespace Engagement.Local.Lambda.Deployment;

/// <summary>What becomes of a function's asynchronous invocations.</summary>
internal sealed record AsynchronousSettings
{
    /// <summary>Retries after the first attempt, 0 to 2.</summary>
    public int MaximumRetryAttempts { get; init; } = 2;

    /// <summary>How long after its acceptance an event is still tried, one minute to six hours.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromHours(6);

    /// <summary>ARN of the queue that takes what failed for good; null to lose it.</summary>
    public string? OnFailure { get; init; }
}
