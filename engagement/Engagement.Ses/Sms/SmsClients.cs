using Amazon.PinpointSMSVoiceV2;
using Engagement.Aws;

namespace Engagement.Ses.Sms;

/// <summary>Makes clients of AWS End User Messaging SMS.</summary>
internal static class SmsClients
{
    /// <summary>
    /// A client that makes a single attempt of 10 seconds. <c>SendTextMessage</c> takes no idempotency token: an attempt whose answer was
    /// lost may have sent the text, and a second attempt would send it twice.
    /// </summary>
    public static AmazonPinpointSMSVoiceV2Client CreateForSingleAttempts() =>
        new(AwsCalls.SingleAttempt(new AmazonPinpointSMSVoiceV2Config(), TimeSpan.FromSeconds(10)));
}
