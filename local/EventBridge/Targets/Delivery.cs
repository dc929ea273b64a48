using Engagement.Local.Aws;

namespace Engagement.Local.EventBridge.Targets;

/// <summary>One thing to deliver to one target.</summary>
internal sealed record Delivery
{
    public required Target Target { get; init; }

    /// <summary>The service that delivers, acting for the rule or schedule.</summary>
    public required Principal Service { get; init; }

    /// <summary>ARN of the rule or schedule.</summary>
    public required string SourceArn { get; init; }

    /// <summary>What a dead letter calls that: <c>RULE_ARN</c> or <c>SCHEDULE_ARN</c>.</summary>
    public required string SourceAttribute { get; init; }

    /// <summary>What the target gets.</summary>
    public required string Input { get; init; }

    /// <summary>What a dead letter holds.</summary>
    public required string Letter { get; init; }
}

/// <summary>An event that reached no target, as the control API shows it.</summary>
/// <param name="At">When it was given up.</param>
/// <param name="Source">ARN of the rule or schedule.</param>
/// <param name="Target">ARN of what did not take it.</param>
/// <param name="Code">AWS's name for the error.</param>
/// <param name="Message">What is wrong; none of the event's content.</param>
internal sealed record LostEvent(DateTimeOffset At, string Source, string Target, string Code, string Message);
