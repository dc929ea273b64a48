using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws;
using Engagement.Services;
using LaunchCampaigns.Launching;

namespace LaunchCampaigns.Queues;

/// <summary>The retry queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
internal sealed class SqsRetryQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IRetryQueue
{
    /// <summary>Seconds until the first try: lists of campaigns and of pending events show by then what was written last.</summary>
    public const int DelaySeconds = 30;

    /// <summary>A client that gives up after at most three attempts of 1 second.</summary>
    public static AmazonSQSClient NewClient() => new(AwsCalls.Bounded(new AmazonSQSConfig(), TimeSpan.FromSeconds(1)));

    public Task SendAsync(string announcement, CancellationToken cancellation)
    {
        var request = new SendMessageRequest
        {
            QueueUrl = queueUrl,
            DelaySeconds = DelaySeconds,
            MessageBody = JsonSerializer.Serialize(new RetryMessage(announcement), LambdaJsonContext.Default.RetryMessage),
        };
        return calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageAsync(request, cancellation));
    }
}
