using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Lambda;

namespace Engagement.Local.EventSources;

/// <summary>
/// Invokes a mapping's function with its batches, some at once, and deletes what it handled. Fewer at once after a
/// failure and more again after success, as Lambda backs off. A throttled batch is tried again until its messages'
/// visibility time-out has passed; other failures wait in the queue for that.
/// </summary>
internal sealed class BatchDelivery(
    VirtualClock clock, IFunctions functions, SourceQueue source, MappingSettings settings, TimeSpan visibilityTimeout,
    DeliveryLog? log, Action<string> report)
{
    private readonly Lock gate = new();
    private readonly WorkSignal freed = new();
    private int allowed = settings.MaximumConcurrency;
    private int running;

    /// <summary>Waits until one more may run.</summary>
    public async Task RoomAsync(Work work, CancellationToken cancellationToken)
    {
        while (!HasRoom())
        {
            await freed.WaitAsync(work, Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }

    /// <summary>Begins to deliver a batch; it is under way when this returns.</summary>
    public void Begin(RecordBatch batch, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            running++;
        }

        _ = clock.RunWorkAsync($"delivery to {settings.Function.Name}", work => DeliverAsync(batch, work, cancellationToken));
    }

    private bool HasRoom()
    {
        lock (gate)
        {
            return running < allowed;
        }
    }

    private async Task DeliverAsync(RecordBatch batch, Work work, CancellationToken cancellationToken)
    {
        var succeeded = false;
        try
        {
            succeeded = await InvokeAsync(batch, work, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // No caller awaits a delivery: the mapping's state says what went wrong, and the messages come again.
            report($"PROBLEM: {e.Message}");
        }
        finally
        {
            End(succeeded);
        }
    }

    private async Task<bool> InvokeAsync(RecordBatch batch, Work work, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + visibilityTimeout;
        var ended = log?.Begin(batch, settings);
        if (await InvokeUntilAsync(until, batch, work, cancellationToken) is not { } result)
        {
            report("PROBLEM: Function call failed: throttled");
            return false;
        }

        var failures = BatchResponse.Failures(result, batch, settings.ReportsFailures);
        ended?.Invoke(failures);
        await source.DeleteAsync(batch.Records.Where(record => !failures.Contains(record.Id)), cancellationToken);
        report(
            failures.Count == 0
                ? "OK"
                : failures.Count < batch.Records.Count
                ? "PROBLEM: Partial batch failure"
                : "PROBLEM: Function call failed");
        return result.FunctionError is null && failures.Count < batch.Records.Count;
    }

    private async Task<InvocationResult?> InvokeUntilAsync(
        DateTimeOffset until, RecordBatch batch, Work work, CancellationToken cancellationToken)
    {
        var backOff = new BackOff();
        while (true)
        {
            try
            {
                return await functions.InvokeAsync(settings.Function.Arn, batch.ToEvent(), cancellationToken);
            }
            catch (AwsException e) when (e.Status == HttpStatusCode.TooManyRequests)
            {
                var wait = backOff.Next();
                if (clock.GetUtcNow() + wait >= until)
                {
                    return null;
                }

                await work.DelayAsync(wait, cancellationToken);
            }
        }
    }

    private void End(bool succeeded)
    {
        lock (gate)
        {
            running--;
            allowed = succeeded ? Math.Min(allowed + 1, settings.MaximumConcurrency) : Math.Max(allowed / 2, 1);
        }

        freed.Set();
    }
}
