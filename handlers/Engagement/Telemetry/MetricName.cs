namespace Engagement.Telemetry;

/// <summary>CloudWatch metrics that the handlers emit, in the namespace <see cref="Namespace"/>, always with the dimension <c>Stack</c>.</summary>
public static class MetricName
{
    /// <summary>Namespace of all metrics.</summary>
    public const string Namespace = "Engagement";

    /// <summary>Events that Pinpoint took. Count.</summary>
    public const string EventsRecorded = "EventsRecorded";

    /// <summary>Events that were not and will not be recorded. Count, also by the dimension <c>Reason</c>.</summary>
    public const string EventsRejected = "EventsRejected";

    /// <summary>Messages that went back to the queue. Count, also by <c>Reason</c>.</summary>
    public const string EventsReturned = "EventsReturned";

    /// <summary>Parameters left out of recorded events. Count, also by <c>Reason</c>.</summary>
    public const string AttributesDropped = "AttributesDropped";

    /// <summary>Updates of endpoints that Pinpoint refused while it took their events. Count.</summary>
    public const string EndpointsRefused = "EndpointsRefused";

    /// <summary>Calls to Pinpoint; retries within the client count as one with it.</summary>
    public const string PinpointCalls = "PinpointCalls";

    /// <summary>Calls that Pinpoint refused because there were too many. Count.</summary>
    public const string PinpointThrottled = "PinpointThrottled";

    /// <summary>Calls to Pinpoint that failed otherwise: error, broken connection, time-out. Count.</summary>
    public const string PinpointErrors = "PinpointErrors";

    /// <summary>How long each call to Pinpoint took, retries within the client included. Milliseconds.</summary>
    public const string PinpointDuration = "PinpointDuration";

    /// <summary>Reads of the signing secret. Count.</summary>
    public const string SecretCalls = "SecretCalls";

    /// <summary>Reads of the signing secret that failed. Count.</summary>
    public const string SecretErrors = "SecretErrors";

    /// <summary>How long each read of the signing secret took. Milliseconds.</summary>
    public const string SecretDuration = "SecretDuration";
}
