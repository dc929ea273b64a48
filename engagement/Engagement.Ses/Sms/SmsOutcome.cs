using System.Net;
using Amazon.PinpointSMSVoiceV2;
using Amazon.PinpointSMSVoiceV2.Model;
using Amazon.Runtime;
using Engagement.Sending;
using Engagement.Services;

namespace Engagement.Ses.Sms;

/// <summary>What a failed <c>SendTextMessage</c> means: its errors and their reasons in the service's API reference.</summary>
internal static class SmsOutcome
{
    /// <param name="failure">The failure.</param>
    public static SendOutcome From(ServiceException failure) => failure.InnerException switch
    {
        ConflictException conflict => Conflict(conflict.Reason),
        ServiceQuotaExceededException quota => new SendOutcome.Stopped(
            quota.Reason == ServiceQuotaExceededExceptionReason.MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT ? "spendLimit" : "quota"),
        AccessDeniedException denied => new SendOutcome.Stopped(
            denied.Reason == AccessDeniedExceptionReason.ACCOUNT_DISABLED
            || denied.Reason == AccessDeniedExceptionReason.INSUFFICIENT_ACCOUNT_REPUTATION ? "suspended" : "denied"),
        ResourceNotFoundException => new SendOutcome.Stopped("notFound"),
        AmazonServiceException { StatusCode: not 0 } when failure.Failure == ServiceFailure.Throttled =>
            new SendOutcome.NotSent(SendingReason.Throttled),
        AmazonServiceException { StatusCode: not 0 } answer => ByStatus(answer.StatusCode),
        _ => new SendOutcome.Unknown("noAnswer"),
    };

    // Of a pool without a number for one country, other countries' numbers may be reached.
    private static SendOutcome.Refused Conflict(ConflictExceptionReason? reason) => new(
        reason == ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT ? SendingReason.OptedOut
        : reason == ConflictExceptionReason.DESTINATION_PHONE_NUMBER_NOT_VERIFIED ? "recipientNotVerified"
        : reason == ConflictExceptionReason.DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION ? "countryBlocked"
        : reason == ConflictExceptionReason.NO_ORIGINATION_IDENTITIES_FOUND ? "noOriginationForCountry"
        : "refused");

    private static SendOutcome ByStatus(HttpStatusCode status) => (int)status switch
    {
        401 or 403 or 404 or 405 => new SendOutcome.Stopped("denied"),
        408 => new SendOutcome.Unknown("noAnswer"),
        >= 400 and < 500 => new SendOutcome.Refused("rejected"),
        _ => new SendOutcome.Unknown("serviceFailed"),
    };
}
