namespace Engagement.Ses.Events;

/// <summary>
/// Events that go to the archive as one: Firehose bills each record as 5 KB at least, whatever it holds. A record is taken or not as a
/// whole.
/// </summary>
/// <param name="Events">The events.</param>
/// <param name="Lines">Their lines.</param>
public sealed record ArchiveRecord(IReadOnlyList<UpdatedEvent> Events, ReadOnlyMemory<byte> Lines)
{
    /// <summary>Most bytes of a record: 1,000 KiB before base64 ("Amazon Data Firehose quota").</summary>
    public const int MostBytes = 1_000 * 1_024;

    /// <summary>Most bytes of a call: 4 MB, read as the smaller of its two meanings (same source).</summary>
    public const int MostBytesOfCall = 4_000_000;

    // Records are about as large as they may be, but for the last.
    private const int MostOfCall = MostBytesOfCall / MostBytes;

    /// <summary>Packs events into as few calls as they fit in.</summary>
    public static IEnumerable<IReadOnlyList<ArchiveRecord>> Divide(IEnumerable<UpdatedEvent> events) => Pack(events).Chunk(MostOfCall);

    /// <summary>
    /// Packs events into as few records as fit, in their order. <see cref="Engagement.Limits"/> keep an event far below a record's size.
    /// </summary>
    public static IEnumerable<ArchiveRecord> Pack(IEnumerable<UpdatedEvent> events)
    {
        var (packed, lines, line) = (new List<UpdatedEvent>(), new MemoryStream(), new MemoryStream());
        foreach (var updated in events)
        {
            line.SetLength(0);
            EventLine.Write(updated.Event.Event, line);
            if (packed.Count > 0 && lines.Length + line.Length > MostBytes)
            {
                yield return new(packed, lines.ToArray());
                (packed, lines) = ([], new());
            }

            line.WriteTo(lines);
            packed.Add(updated);
        }

        if (packed.Count > 0)
        {
            yield return new(packed, lines.ToArray());
        }
    }
}
