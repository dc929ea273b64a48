using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Ses.Protocol;

/// <summary>
/// The errors of SES v2. Names and status are the service model's, of 2019-09-27. AWS's texts are not documented; those here are as public
/// reports of AWS's answers quote them. Like AWS's, some of them name addresses.
/// </summary>
internal static class SesError
{
    /// <summary>The request breaks a rule of the service.</summary>
    public static AwsException BadRequest(string message) => new(HttpStatusCode.BadRequest, "BadRequestException", message);

    /// <summary>There is no such thing.</summary>
    public static AwsException NotFound(string message) => new(HttpStatusCode.NotFound, "NotFoundException", message);

    /// <summary>The message is not sent, whatever is tried.</summary>
    public static AwsException Rejected(string message) => new(HttpStatusCode.BadRequest, "MessageRejected", message);

    /// <summary>Messages go out faster than the account may send.</summary>
    public static AwsException TooFast() => TooMany("Maximum sending rate exceeded.");

    /// <summary>An operation is asked for more often than its rate allows.</summary>
    public static AwsException TooMany(string message) => new(HttpStatusCode.TooManyRequests, "TooManyRequestsException", message);

    /// <summary>The account has sent what it may send in 24 hours.</summary>
    public static AwsException QuotaUsedUp() =>
        new(HttpStatusCode.BadRequest, "LimitExceededException", "Daily message quota exceeded.");

    /// <summary>Sending is paused, for the account or a configuration set.</summary>
    public static AwsException Paused(string what) =>
        new(HttpStatusCode.BadRequest, "SendingPausedException", $"Email sending is disabled for {what}.");

    /// <summary>The body is no JSON of this operation.</summary>
    public static AwsException Serialization() =>
        new(HttpStatusCode.BadRequest, "SerializationException", "The request body is not the JSON of this operation.");

    /// <summary>SES has it, this local cloud has not.</summary>
    public static AwsException NotDone(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedException", $"SES's {what} is not done by this local cloud.");
}
