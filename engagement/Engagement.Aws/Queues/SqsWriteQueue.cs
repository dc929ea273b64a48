using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Audiences;
using Engagement.Services;

namespace Engagement.Aws.Queues;

/// <summary>The write queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SqsWriteQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IWriteQueue
{
    /// <summary>
    /// A function's queue: <c>WRITE_QUEUE_URL</c> says where. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static SqsWriteQueue Open(FunctionHost host) =>
        new(host.Own(SqsClients.Create()), host.Environment.Required("WRITE_QUEUE_URL"), host.Calls);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteMessage>> SendAsync(IReadOnlyList<WriteMessage> writes, CancellationToken cancellation)
    {
        var request = new SendMessageBatchRequest { QueueUrl = queueUrl, Entries = [.. writes.Select(Entry)] };
        var answer = await calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageBatchAsync(request, cancellation));
        return [.. (answer.Failed ?? []).Select(failed => writes[int.Parse(failed.Id, CultureInfo.InvariantCulture)])];
    }

    private static SendMessageBatchRequestEntry Entry(WriteMessage write, int index) =>
        new() { Id = index.ToString(CultureInfo.InvariantCulture), MessageBody = write.ToJson() };
}
