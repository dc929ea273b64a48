namespace Engagement.Pixel;

/// <summary>The event is not recorded, now or later. Holds no value that the caller sent, so it may be logged.</summary>
public sealed record PixelRejected : PixelDecision
{
    /// <summary>API Gateway's request id.</summary>
    public required string RequestId { get; init; }

    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which rule it broke.</summary>
    public required RejectionReason Reason { get; init; }

    /// <summary>The event type when it is fit to be shown, otherwise <see cref="ShownEventType.Unlisted"/>.</summary>
    public required string EventType { get; init; }

    /// <summary>The rule in plain words.</summary>
    public required string Message { get; init; }
}
