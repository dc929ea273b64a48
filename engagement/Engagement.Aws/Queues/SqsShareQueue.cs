using Amazon.SQS;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Runs;

namespace Engagement.Aws.Queues;

/// <summary>The send queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SqsShareQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IShareQueue
{
    /// <summary>
    /// A function's queue: <c>SEND_QUEUE_URL</c> says where. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static SqsShareQueue Open(FunctionHost host) =>
        new(host.Own(SqsClients.Create()), host.Environment.Required("SEND_QUEUE_URL"), host.Calls);

    /// <inheritdoc/>
    public Task SendAsync(IReadOnlyList<ShareMessage> messages, TimeSpan delay, CancellationToken cancellation) =>
        client.SendTogetherAsync(queueUrl, [.. messages.Select(message => message.ToJson())], delay, calls, cancellation);
}
