using Engagement.Local.Clock;

namespace Engagement.Local.Firehose.Streams;

/// <summary>Records that wait to be written as one object.</summary>
internal sealed class Gathering(DateTimeOffset oldest)
{
    private readonly List<StreamRecord> records = [];

    /// <summary>When the first of them arrived.</summary>
    public DateTimeOffset Oldest => oldest;

    /// <summary>Set once there are enough of them.</summary>
    public WorkSignal Full { get; } = new();

    /// <summary>All of them together.</summary>
    public int Bytes { get; private set; }

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyList<StreamRecord> Records => records;

    public void Add(StreamRecord record)
    {
        records.Add(record);
        Bytes += record.Data.Length;
    }
}
