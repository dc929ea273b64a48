namespace Engagement.Local.EventBridge.Targets;

/// <summary>Where a rule or schedule delivers to, and how.</summary>
internal sealed record Target
{
    public required string Id { get; init; }

    /// <summary>ARN of the function, queue or topic.</summary>
    public required string Arn { get; init; }

    public required TargetInput Input { get; init; }

    /// <summary>Retries after the first attempt, 0 to 185.</summary>
    public int MaximumRetryAttempts { get; init; } = 185;

    /// <summary>How long after its acceptance an event is still delivered, 60 s to 24 h.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>ARN of the queue that takes what could not be delivered; null to lose it, which the control API shows.</summary>
    public string? DeadLetterQueue { get; init; }
}
