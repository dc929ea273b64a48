using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Services;

namespace Engagement.Aws.Queues;

/// <summary>Sends messages in one call, of which none may be missing.</summary>
internal static class SentTogether
{
    /// <exception cref="ServiceException">Not all of them are queued.</exception>
    public static async Task SendTogetherAsync(
        this IAmazonSQS client,
        string queueUrl,
        IReadOnlyList<string> bodies,
        TimeSpan delay,
        AwsCalls calls,
        CancellationToken cancellation)
    {
        var request = new SendMessageBatchRequest
        {
            QueueUrl = queueUrl,
            Entries = [.. bodies.Select((body, index) => Entry(body, index, delay))],
        };
        var answer = await calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageBatchAsync(request, cancellation));
        if (answer.Failed is { Count: > 0 } failed)
        {
            throw new ServiceException(ServiceFailure.Failed, $"Queue: {failed[0].Code} for {failed.Count} of {bodies.Count} messages");
        }
    }

    private static SendMessageBatchRequestEntry Entry(string body, int index, TimeSpan delay) => new()
    {
        Id = index.ToString(CultureInfo.InvariantCulture),
        MessageBody = body,
        DelaySeconds = (int)Math.Ceiling(delay.TotalSeconds),
    };
}
