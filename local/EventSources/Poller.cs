using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Sqs;

namespace Engagement.Local.EventSources;

/// <summary>
/// Gathers a mapping's batches and has them delivered. It rests, and lets the clock go on, in four cases alone: there is nothing to
/// receive, a window is open, as many deliveries run as may, or it backs off. Messages are not received before there is a delivery for
/// them.
/// </summary>
internal sealed class Poller(
    VirtualClock clock,
    MappingSettings settings,
    SourceQueue source,
    IQueues queues,
    Action<RecordBatch> deliver,
    Func<Work, CancellationToken, Task> room,
    string region,
    Action<string> report)
{
    private readonly WorkSignal arrival = new();
    private readonly BackOff backOff = new();
    private readonly Queue<SqsRecord> leftOver = new();

    /// <summary>Polls until cancelled; what was received by then is delivered at once.</summary>
    /// <param name="work">Its token.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Work work, CancellationToken cancellationToken)
    {
        using var watch = queues.Watch(settings.QueueArn, arrival.Set);
        while (!cancellationToken.IsCancellationRequested || leftOver.Count > 0)
        {
            await room(work, cancellationToken);
            deliver(await GatherAsync(work, cancellationToken));
        }
    }

    private async Task<RecordBatch> GatherAsync(Work work, CancellationToken cancellationToken)
    {
        var batch = new RecordBatch(settings.BatchSize);
        try
        {
            return await GatherAsync(batch, work, cancellationToken);
        }
        catch (OperationCanceledException) when (batch.Records.Count > 0)
        {
            return batch;
        }
    }

    private async Task<RecordBatch> GatherAsync(RecordBatch batch, Work work, CancellationToken cancellationToken)
    {
        DateTimeOffset? end = null;
        while (true)
        {
            var any = await ReceiveAsync(batch, work, cancellationToken);
            var now = clock.GetUtcNow();
            end ??= batch.Records.Count > 0 ? now + settings.Window : null;
            if (batch.Room == 0 || leftOver.Count > 0 || end <= now)
            {
                return batch;
            }

            if (!any)
            {
                await arrival.WaitAsync(work, end - now ?? Timeout.InfiniteTimeSpan, cancellationToken);
            }
        }
    }

    private async Task<bool> ReceiveAsync(RecordBatch batch, Work work, CancellationToken cancellationToken)
    {
        if (leftOver.Count == 0)
        {
            try
            {
                foreach (var message in await source.ReceiveAsync(batch.Room, cancellationToken))
                {
                    leftOver.Enqueue(new SqsRecord(message, settings.QueueArn, region, settings.Window > TimeSpan.Zero));
                }

                backOff.Reset();
            }
            catch (AwsException e)
            {
                report($"PROBLEM: ReceiveMessage failed with {e.Code}");
                await work.DelayAsync(backOff.Next(), cancellationToken);
                return true;
            }
        }

        var any = leftOver.Count > 0;
        while (batch.Room > 0 && leftOver.TryPeek(out var record) && batch.TryAdd(record))
        {
            leftOver.Dequeue();
        }

        return any;
    }
}
