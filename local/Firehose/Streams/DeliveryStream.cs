using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Clock;

namespace Engagement.Local.Firehose.Streams;

/// <summary>
/// A stream: it gathers records, and writes them as one object once the oldest has waited for the interval or the size is reached. What the
/// bucket does not take is tried again for 24 hours and then dropped, as in AWS.
/// </summary>
internal sealed class DeliveryStream(string name, CloudContext cloud, ObjectWriter writer, Throughput throughput) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    // How often AWS tries is not documented.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();
    private readonly List<StreamRecord> kept = [];
    private long lines;
    private Gathering? gathering;

    public string Name => name;

    /// <summary>Where it delivers to, and when.</summary>
    public required StreamSettings Settings { get; set; }

    /// <summary>What it takes in a second.</summary>
    public Throughput Throughput => throughput;

    /// <summary>How many lines <see cref="Records"/> hold: writers put several into one record.</summary>
    public long Lines
    {
        get
        {
            lock (gate)
            {
                return lines;
            }
        }
    }

    /// <summary>All records that were taken and not dropped, whether they are in the bucket already or not.</summary>
    public IReadOnlyList<StreamRecord> Records
    {
        get
        {
            lock (gate)
            {
                return [.. kept];
            }
        }
    }

    /// <summary>Takes a record; it is on its way, to the clock, when this returns.</summary>
    public void Add(ReadOnlyMemory<byte> data)
    {
        lock (gate)
        {
            var record = new StreamRecord(cloud.Clock.GetUtcNow(), data);
            kept.Add(record);
            lines += LinesOf(record);
            var current = gathering ??= Begin(record.At);
            current.Add(record);
            if (current.Bytes >= Settings.Bytes)
            {
                current.Full.Set();
                gathering = null;
            }
        }
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private Gathering Begin(DateTimeOffset oldest)
    {
        var begun = new Gathering(oldest);
        _ = cloud.Clock.RunWorkAsync($"delivery stream {name}", work => DeliverAsync(begun, work));
        return begun;
    }

    private async Task DeliverAsync(Gathering gathered, Work work)
    {
        var cancellation = end.Token;
        await gathered.Full.WaitAsync(work, Settings.Interval, cancellation);
        lock (gate)
        {
            gathering = gathering == gathered ? null : gathering;
        }

        while (!await writer.TryWriteAsync(Settings, KeyOf(gathered), gathered.Records, cancellation))
        {
            if (cloud.Clock.GetUtcNow() - gathered.Oldest > Longest)
            {
                Drop(gathered);
                return;
            }

            await work.DelayAsync(Pause, cancellation);
        }
    }

    private string KeyOf(Gathering gathered) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Settings.Prefix.At(gathered.Oldest)}{name}-1-{gathered.Oldest.UtcDateTime:yyyy-MM-dd-HH-mm-ss}-"
            + $"{Guid.NewGuid()}{Settings.Extension}");

    private void Drop(Gathering gathered)
    {
        lock (gate)
        {
            lines -= gathered.Records.Sum(LinesOf);
            kept.RemoveAll(gathered.Records.ToHashSet(ReferenceEqualityComparer.Instance).Contains);
        }
    }

    private static long LinesOf(StreamRecord record) => record.Data.Span.Count((byte)'\n');
}
