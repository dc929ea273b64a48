using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>An archive to which Firehose delivers.</summary>
/// <param name="client">Calls Firehose.</param>
/// <param name="stream">The Firehose stream's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class FirehoseEventArchive(IAmazonKinesisFirehose client, string stream, AwsCalls calls) : IEventArchive
{
    /// <summary>
    /// A function's archive: <c>EVENT_STREAM</c> names the stream. The client gives up after at most three attempts of 5 seconds; what it
    /// gives up on goes back to the queue.
    /// </summary>
    public static FirehoseEventArchive Open(FunctionHost host) => new(
        host.Own(new AmazonKinesisFirehoseClient(AwsCalls.Bounded(new AmazonKinesisFirehoseConfig(), TimeSpan.FromSeconds(5)))),
        host.Environment.Required("EVENT_STREAM"),
        host.Calls);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<ArchiveRecord> records, CancellationToken cancellation)
    {
        var request = new PutRecordBatchRequest { DeliveryStreamName = stream, Records = [.. records.Select(Record)] };
        var answer = await calls.CallAsync(ArchiveMetrics.Service, () => client.PutRecordBatchAsync(request, cancellation));
        var entries = answer.RequestResponses ?? [];
        return [.. records.Select((_, i) => i < entries.Count && entries[i] is { ErrorCode: null or "", RecordId.Length: > 0 })];
    }

    private static Record Record(ArchiveRecord record) => new() { Data = new(record.Lines.ToArray(), writable: false) };
}
