using Amazon.Pinpoint;
using Engagement.Aws;

namespace Engagement.Pinpoint;

/// <summary>Makes clients of Pinpoint.</summary>
internal static class PinpointClients
{
    /// <summary>A client that gives up after at most three attempts.</summary>
    /// <param name="timeout">How long one attempt may take.</param>
    public static AmazonPinpointClient Create(TimeSpan timeout) => new(AwsCalls.Bounded(new AmazonPinpointConfig(), timeout));

    /// <summary>
    /// A client that makes a single attempt of 5 seconds. A repeated <c>CreateCampaign</c> makes a second campaign, so that what is to be
    /// tried again has to be looked for first.
    /// </summary>
    public static AmazonPinpointClient CreateForSingleAttempts() =>
        new(AwsCalls.SingleAttempt(new AmazonPinpointConfig(), TimeSpan.FromSeconds(5)));
}
