using Engagement.Local.Lambda;

namespace Engagement.Local.EventSources;

/// <summary>How a queue's messages are handed to a function.</summary>
internal sealed record MappingSettings
{
    /// <summary>ARN of the queue.</summary>
    public required string QueueArn { get; init; }

    /// <summary>The function.</summary>
    public required FunctionConfiguration Function { get; init; }

    /// <summary>Most messages of one invocation: 1 to 10,000; more than 10 need a window.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How long messages are gathered from the first one on: 0 to 300 s.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>Whether the function says which messages failed.</summary>
    public bool ReportsFailures { get; init; }

    /// <summary>Most invocations at once where nothing is set. AWS begins with 5 and scales to hundreds; here it stays at 5.</summary>
    public const int DefaultConcurrency = 5;

    /// <summary>Most invocations at once: 2 to 1,000.</summary>
    public int MaximumConcurrency { get; init; } = DefaultConcurrency;

    /// <summary>Whether it polls.</summary>
    public bool Enabled { get; init; } = true;
}
