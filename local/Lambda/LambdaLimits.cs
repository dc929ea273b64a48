namespace Engagement.Local.Lambda;

/// <summary>Limits of Lambda that an account or this machine sets.</summary>
internal sealed record LambdaLimits
{
    /// <summary>
    /// Invocations at once of all functions without reserved concurrency. Default 10, which is what AWS gives a new
    /// account (1,000 after a request), and about what one machine bears as processes.
    /// </summary>
    public int AccountConcurrency { get; init; } = 10;

    /// <summary>
    /// Processes that each function keeps for its next invocations. Default: as many as there are processors, at least 8, so that the next
    /// burst of a queue finds those of the last one.
    /// </summary>
    public int IdleEnvironments { get; init; } = Math.Max(8, Environment.ProcessorCount);

    /// <summary>
    /// Longest time that an invocation waits for a busy process of its function before another is started. Default 1 s: about what a start
    /// and a first answer take.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Longest time from the start of a process to its first question for an invocation that is not taken from the function's timeout.
    /// Default 10 s, as in AWS.
    /// </summary>
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest payload of a synchronous invocation, in bytes.</summary>
    public const int RequestBytes = 6 * 1024 * 1024;

    /// <summary>Largest payload of an asynchronous invocation, in bytes.</summary>
    public const int EventBytes = 1024 * 1024;

    /// <summary>Largest answer, in bytes.</summary>
    public const int ResponseBytes = (6 * 1024 * 1024) + 100;
}
