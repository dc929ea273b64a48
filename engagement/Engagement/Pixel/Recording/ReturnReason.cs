namespace RecordPixelEvents.Recording;

/// <summary>Why a message goes back to the queue: values of the metric's dimension <c>Reason</c>.</summary>
internal static class ReturnReason
{
    /// <summary>It is not a message of the pixel's API; it will end in the dead-letter queue.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>It carries a signature and there are no keys to judge it by.</summary>
    public const string SecretUnavailable = "secretUnavailable";

    /// <summary>An earlier event of its endpoint went back, and must be recorded first.</summary>
    public const string Behind = "behind";

    /// <summary>Too little time was left to send it.</summary>
    public const string OutOfTime = "outOfTime";

    /// <summary>Pinpoint takes no more calls for now.</summary>
    public const string PinpointThrottled = "pinpointThrottled";

    /// <summary>Pinpoint failed, the connection broke or time ran out.</summary>
    public const string PinpointFailed = "pinpointFailed";

    /// <summary>Pinpoint refused a call that held this event alone; it will end in the dead-letter queue.</summary>
    public const string PinpointBadRequest = "pinpointBadRequest";
}
