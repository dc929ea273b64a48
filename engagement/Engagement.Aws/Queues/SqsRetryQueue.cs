using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Launching;
using Engagement.Services;

namespace Engagement.Aws.Queues;

/// <summary>The retry queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SqsRetryQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IRetryQueue
{
    /// <summary>Seconds until the first try: lists of campaigns and of pending events show by then what was written last.</summary>
    public const int DelaySeconds = 30;

    /// <summary>
    /// A function's queue: <c>RETRY_QUEUE_URL</c> says where. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static SqsRetryQueue Open(FunctionHost host) =>
        new(host.Own(SqsClients.Create()), host.Environment.Required("RETRY_QUEUE_URL"), host.Calls);

    /// <inheritdoc/>
    public Task SendAsync(string announcement, CancellationToken cancellation)
    {
        var request = new SendMessageRequest
        {
            QueueUrl = queueUrl,
            DelaySeconds = DelaySeconds,
            MessageBody = new RetryMessage(announcement).ToJson(),
        };
        return calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageAsync(request, cancellation));
    }
}
