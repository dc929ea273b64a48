using Amazon.SQS;

namespace Engagement.Aws.Queues;

/// <summary>Makes clients of SQS.</summary>
internal static class SqsClients
{
    /// <summary>A client that gives up after at most three attempts of 1 second.</summary>
    public static AmazonSQSClient Create() => new(AwsCalls.Bounded(new AmazonSQSConfig(), TimeSpan.FromSeconds(1)));
}
