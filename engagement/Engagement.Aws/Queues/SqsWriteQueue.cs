using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws;
using Engagement.CompanyEvents;
using Engagement.Services;
using FilterAudience.Filtering;

namespace FilterAudience.Queues;

/// <summary>The write queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
internal sealed class SqsWriteQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IWriteQueue
{
    /// <summary>A client that gives up after at most three attempts of 1 second.</summary>
    public static AmazonSQSClient NewClient() => new(AwsCalls.Bounded(new AmazonSQSConfig(), TimeSpan.FromSeconds(1)));

    public async Task<IReadOnlyList<AttributeWrite>> SendAsync(IReadOnlyList<AttributeWrite> writes, CancellationToken cancellation)
    {
        var request = new SendMessageBatchRequest { QueueUrl = queueUrl, Entries = [.. writes.Select(Entry)] };
        var answer = await calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageBatchAsync(request, cancellation));
        return [.. (answer.Failed ?? []).Select(failed => writes[int.Parse(failed.Id, CultureInfo.InvariantCulture)])];
    }

    private static SendMessageBatchRequestEntry Entry(AttributeWrite write, int index) => new()
    {
        Id = index.ToString(CultureInfo.InvariantCulture),
        MessageBody = new WriteMessage { EndpointId = write.EndpointId, At = write.At, UserAttributes = write.UserAttributes }.ToJson(),
    };
}
