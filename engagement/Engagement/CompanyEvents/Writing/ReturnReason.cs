using Engagement.Services;

namespace WriteUserAttributes.Writing;

/// <summary>Why a message goes back to the queue: values of the metric's dimension <c>Reason</c>.</summary>
internal static class ReturnReason
{
    /// <summary>It is not a message of the audience filter; it will end in the dead-letter queue.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Too little time was left.</summary>
    public const string OutOfTime = "outOfTime";

    public static string Of(ServiceFailure failure) => failure switch
    {
        ServiceFailure.Throttled => "pinpointThrottled",
        ServiceFailure.Refused => "pinpointRefused",
        _ => "pinpointFailed",
    };
}
