using Engagement.Local.Aws;
using Engagement.Local.Firehose.Protocol;

namespace Engagement.Local.Firehose.Streams;

/// <summary>Holds a stream to what it takes in a second.</summary>
internal sealed class Throughput(FirehoseRates rates, TimeProvider clock, TimeProvider? callers)
{
    private readonly TokenBucket requests = new(clock, rates.Requests, rates.Requests, callers);
    private readonly TokenBucket records = new(clock, rates.Records, rates.Records, callers);
    private readonly TokenBucket bytes = new(clock, rates.Bytes, rates.Bytes, callers);

    /// <summary>Counts a request.</summary>
    /// <exception cref="AwsException"><c>ServiceUnavailableException</c>: there are too many.</exception>
    public void TakeRequest() => _ = requests.TryTake() ? 0 : throw FirehoseError.SlowDown();

    /// <summary>Counts a record; false where the stream does not take it.</summary>
    public bool TryTake(byte[] record) => records.TryTake() && bytes.TryTake(record.Length);
}
