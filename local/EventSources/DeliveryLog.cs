using Engagement.Local.Clock;
using Engagement.Local.CloudWatch;

namespace Engagement.Local.EventSources;

/// <summary>The latest messages that functions were given.</summary>
/// <param name="clock">What time it is.</param>
/// <param name="calls">How many AWS calls there were.</param>
/// <param name="lines">How many log lines there were.</param>
internal sealed class DeliveryLog(VirtualClock clock, Func<long> calls, Func<long> lines)
{
    private const int Kept = 2000;

    private readonly RecentItems<DeliveredMessage> messages = new(Kept);

    /// <summary>From the oldest to the newest.</summary>
    public IReadOnlyList<DeliveredMessage> Latest => messages.ToList();

    /// <summary>Notes a batch that a function is given; the answer is told which messages came back.</summary>
    public Action<IReadOnlySet<string>> Begin(RecordBatch batch, MappingSettings settings)
    {
        var (began, callsBefore, linesBefore) = (clock.GetUtcNow(), calls(), lines());
        return cameBack =>
        {
            var (time, callCount, lineCount) = ((began, clock.GetUtcNow()), (callsBefore, calls()), (linesBefore, lines()));
            foreach (var record in batch.Records.TakeLast(Kept))
            {
                messages.Add(new()
                {
                    MessageId = record.Id,
                    Body = record.Body,
                    QueueArn = settings.QueueArn,
                    Function = settings.Function,
                    BatchSize = batch.Records.Count,
                    Time = time,
                    Calls = callCount,
                    Lines = lineCount,
                    CameBack = cameBack.Contains(record.Id),
                });
            }
        };
    }
}
