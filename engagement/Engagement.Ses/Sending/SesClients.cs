using Amazon.SimpleEmailV2;
using Engagement.Aws;

namespace Engagement.Ses.Sending;

/// <summary>Makes clients of SES.</summary>
internal static class SesClients
{
    /// <summary>
    /// A client that makes a single attempt of 10 seconds. <c>SendEmail</c> takes no idempotency token: an attempt whose answer was lost
    /// may have sent the message, and a second attempt would send it twice.
    /// </summary>
    public static AmazonSimpleEmailServiceV2Client CreateForSingleAttempts() =>
        new(AwsCalls.SingleAttempt(new AmazonSimpleEmailServiceV2Config(), TimeSpan.FromSeconds(10)));

    /// <summary>A client that gives up after at most three attempts of 2 seconds, for questions.</summary>
    public static AmazonSimpleEmailServiceV2Client CreateForQuestions() =>
        new(AwsCalls.Bounded(new AmazonSimpleEmailServiceV2Config(), TimeSpan.FromSeconds(2)));
}
