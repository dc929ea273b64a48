using Engagement.Services;

namespace Engagement.Pinpoint.Customers;

/// <summary>
/// Why a message with user attributes goes back to the queue for Pinpoint's sake: values of the metric's dimension <c>Reason</c>.
/// </summary>
public static class WriteReturnReason
{
    /// <summary>The reason of a failure.</summary>
    public static string From(ServiceFailure failure) => failure switch
    {
        ServiceFailure.Throttled => "pinpointThrottled",
        ServiceFailure.Refused or ServiceFailure.Denied => "pinpointRefused",
        _ => "pinpointFailed",
    };
}
