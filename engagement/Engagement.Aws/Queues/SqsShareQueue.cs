using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Runs;
using Engagement.Services;

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
    public async Task SendAsync(IReadOnlyList<ShareMessage> messages, TimeSpan delay, CancellationToken cancellation)
    {
        var request = new SendMessageBatchRequest
        {
            QueueUrl = queueUrl,
            Entries = [.. messages.Select((message, index) => Entry(message, index, delay))],
        };
        var answer = await calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageBatchAsync(request, cancellation));
        if (answer.Failed is { Count: > 0 } failed)
        {
            throw new ServiceException(ServiceFailure.Failed, $"Queue: {failed[0].Code} for {failed.Count} of {messages.Count} messages");
        }
    }

    private static SendMessageBatchRequestEntry Entry(ShareMessage message, int index, TimeSpan delay) => new()
    {
        Id = index.ToString(CultureInfo.InvariantCulture),
        MessageBody = message.ToJson(),
        DelaySeconds = (int)Math.Ceiling(delay.TotalSeconds),
    };
}
