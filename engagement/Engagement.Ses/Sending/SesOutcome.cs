using System.Net;
using Amazon.Runtime;
using Engagement.Sending;
using Engagement.Services;

namespace Engagement.Ses.Sending;

/// <summary>
/// What a failed <c>SendEmail</c> means: "SendEmail" in the SES API v2 reference, and "Errors related to the sending quotas" in the SES
/// developer guide, which names <c>ThrottlingException</c> where the API answers two others.
/// </summary>
internal static class SesOutcome
{
    private const string DailyQuota = "Daily message quota exceeded";

    /// <param name="failure">The failure.</param>
    /// <param name="address">Whose message it was.</param>
    public static SendOutcome From(ServiceException failure, string address)
    {
        if (failure.InnerException is not AmazonServiceException { StatusCode: not 0 } answer)
        {
            return new SendOutcome.Unknown("noAnswer");
        }

        var code = answer.ErrorCode ?? "";
        return code switch
        {
            "LimitExceededException" => new SendOutcome.Stopped("dailyQuota"),
            _ when answer.Message.Contains(DailyQuota, StringComparison.OrdinalIgnoreCase) => new SendOutcome.Stopped("dailyQuota"),
            _ when failure.Failure == ServiceFailure.Throttled => new SendOutcome.NotSent(SendingReason.Throttled),
            "SendingPausedException" => new SendOutcome.Stopped("paused"),
            "AccountSuspendedException" => new SendOutcome.Stopped("suspended"),
            "MailFromDomainNotVerifiedException" => new SendOutcome.Stopped("mailFromNotVerified"),
            "MessageRejected" or "MessageRejectedException" => Rejected(answer.Message, address),
            "NotFoundException" => new SendOutcome.Stopped("notFound"),
            _ => ByStatus(answer.StatusCode),
        };
    }

    // In the sandbox the recipient has to be verified as the sender has. The text names who is not.
    private static SendOutcome Rejected(string message, string address) =>
        !message.Contains("not verified", StringComparison.OrdinalIgnoreCase) ? new SendOutcome.Refused("rejected")
        : message.Contains(address, StringComparison.OrdinalIgnoreCase) ? new SendOutcome.Refused("recipientNotVerified")
        : new SendOutcome.Stopped("senderNotVerified");

    private static SendOutcome ByStatus(HttpStatusCode status) => (int)status switch
    {
        401 or 403 or 404 or 405 => new SendOutcome.Stopped("denied"),
        408 => new SendOutcome.Unknown("noAnswer"),
        >= 400 and < 500 => new SendOutcome.Refused("refused"),
        _ => new SendOutcome.Unknown("serviceFailed"),
    };
}
