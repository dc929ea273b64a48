using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws.Functions;
using Engagement.Journeys;
using Engagement.Services;

namespace Engagement.Aws.Queues;

/// <summary>The journeys' queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SqsJourneyQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IJourneyQueue
{
    private static readonly string[] Counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];

    /// <summary>
    /// A function's queue: <c>JOURNEY_QUEUE_URL</c> says where. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static SqsJourneyQueue Open(FunctionHost host) =>
        new(host.Own(SqsClients.Create()), host.Environment.Required("JOURNEY_QUEUE_URL"), host.Calls);

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var request = new GetQueueAttributesRequest { QueueUrl = queueUrl, AttributeNames = [.. Counts] };
        var answer = await calls.CallAsync(ServiceMetrics.Queue, () => client.GetQueueAttributesAsync(request, cancellation));
        return Counts.Sum(each => int.Parse(answer.Attributes[each], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public Task SendAsync(IReadOnlyList<CustomersToMove> messages, CancellationToken cancellation) =>
        client.SendTogetherAsync(queueUrl, [.. messages.Select(each => each.ToJson())], TimeSpan.Zero, calls, cancellation);
}
