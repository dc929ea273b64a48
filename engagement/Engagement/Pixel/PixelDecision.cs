namespace Engagement.Pixel;

/// <summary>
/// What becomes of one message: <see cref="PixelAccepted"/>, <see cref="PixelRejected"/>, <see cref="PixelUndecided"/> or
/// <see cref="PixelUnreadable"/>.
/// </summary>
public abstract record PixelDecision
{
    private protected PixelDecision()
    {
    }
}

/// <summary>The event is recorded, without what <paramref name="Dropped"/> counts.</summary>
public sealed record PixelAccepted(PixelEvent Event, DroppedParameters Dropped) : PixelDecision;

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

/// <summary>The message carries a signature and no keys were given to judge it by. Decide again with keys, or later.</summary>
public sealed record PixelUndecided : PixelDecision;

/// <summary>The message is not one that the pixel's API makes, so it is kept for an operator.</summary>
/// <param name="Problem">What is wrong, without any of its values.</param>
public sealed record PixelUnreadable(string Problem) : PixelDecision;
