using Engagement.Services;

namespace Engagement.Pinpoint;

/// <summary>Why a message goes back to its queue for Pinpoint's sake: values of the metrics' dimension <c>Reason</c>.</summary>
public static class PinpointReturnReason
{
    /// <summary>An earlier event of its endpoint went back, and must be recorded first.</summary>
    public const string Behind = "behind";

    /// <summary>What the event means to journeys could not be noted.</summary>
    public const string Journeys = "journeys";

    /// <summary>Pinpoint failed, the connection broke or time ran out.</summary>
    public const string Failed = "pinpointFailed";

    /// <summary>The reason of a failed call. What is refused ends in the dead-letter queue.</summary>
    public static string From(ServiceFailure failure) => failure switch
    {
        ServiceFailure.Throttled => "pinpointThrottled",
        ServiceFailure.Refused or ServiceFailure.Denied => "pinpointRefused",
        _ => Failed,
    };
}
