namespace Engagement.Local.EventSources;

/// <summary>Messages that one invocation gets: at most so many, and so large that the event stays within 6 MB.</summary>
internal sealed class RecordBatch(int size)
{
    /// <summary>Largest event of a synchronous invocation in bytes, from the Lambda quotas.</summary>
    public const int LargestEvent = 6 * 1024 * 1024;

    private static readonly byte[] Head = "{\"Records\":["u8.ToArray();
    private static readonly byte[] Foot = "]}"u8.ToArray();

    private readonly List<SqsRecord> records = [];
    private int bytes = Head.Length + Foot.Length;

    public IReadOnlyList<SqsRecord> Records => records;

    /// <summary>Messages that would still fit in number.</summary>
    public int Room => size - records.Count;

    /// <summary>Adds a message unless it would make the event too large.</summary>
    public bool TryAdd(SqsRecord record)
    {
        var more = record.Json.Length + (records.Count == 0 ? 0 : 1);
        if (records.Count > 0 && bytes + more > LargestEvent)
        {
            return false;
        }

        bytes += more;
        records.Add(record);
        return true;
    }

    /// <summary>The event in UTF-8.</summary>
    public ReadOnlyMemory<byte> ToEvent()
    {
        var payload = new byte[bytes];
        var at = 0;
        Append(Head);
        for (var i = 0; i < records.Count; i++)
        {
            if (i > 0)
            {
                payload[at++] = (byte)',';
            }

            Append(records[i].Json.Span);
        }

        Append(Foot);
        return payload;

        void Append(ReadOnlySpan<byte> part)
        {
            part.CopyTo(payload.AsSpan(at));
            at += part.Length;
        }
    }
}
