namespace Engagement.Pinpoint.Events;

/// <summary>Why an event goes back to the queue for Pinpoint's sake: values of the metric's dimension <c>Reason</c>.</summary>
public static class EventReturnReason
{
    /// <summary>An earlier event of its endpoint went back, and must be recorded first.</summary>
    public const string Behind = "behind";

    /// <summary>What the event means to journeys could not be noted.</summary>
    public const string Journeys = "journeys";

    /// <summary>Pinpoint takes no more calls for now.</summary>
    public const string Throttled = "pinpointThrottled";

    /// <summary>Pinpoint failed, the connection broke or time ran out.</summary>
    public const string Failed = "pinpointFailed";

    /// <summary>Pinpoint refused a call that held this event alone; the message ends in the dead-letter queue.</summary>
    public const string BadRequest = "pinpointBadRequest";
}
