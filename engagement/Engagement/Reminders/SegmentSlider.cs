using System.Collections.Concurrent;
using Engagement.Definitions.Reminders;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Reminders;

/// <summary>
/// Moves each message's segment to an hour, and then notes it down: an invocation that dies in between is repeated without harm. One call
/// to the platform for each message, however many customers there are.
/// </summary>
public sealed class SegmentSlider(
    ReminderCatalog catalog, IReminderLedger ledger, IReminderSegments segments, LogWriter log, MetricsWriter metrics)
{
    // Far below what a platform takes (25 updates of segments a second); each also takes two calls to the ledger.
    private const int AtOnce = 5;

    /// <summary>Moves all segments to an hour, unless they are there or further.</summary>
    /// <returns>How many were moved.</returns>
    /// <exception cref="ServiceException">Some could not be moved; the others were.</exception>
    public async Task<int> SlideAsync(DateTimeOffset hour, CancellationToken cancellation)
    {
        var (slid, failures) = (0, new ConcurrentQueue<ServiceException>());
        foreach (var together in ReminderMessage.From(catalog).Chunk(AtOnce))
        {
            slid += (await Task.WhenAll(together.Select(message => TrySlideAsync(message, hour, failures, cancellation))))
                .Count(moved => moved);
        }

        return failures.TryDequeue(out var failure) ? throw failure : slid;
    }

    private async Task<bool> TrySlideAsync(
        ReminderMessage message, DateTimeOffset hour, ConcurrentQueue<ServiceException> failures, CancellationToken cancellation)
    {
        try
        {
            return await SlideAsync(message, hour, cancellation);
        }
        catch (ServiceException exception)
        {
            log.SlideFailed(message.Name, hour, exception.Message);
            failures.Enqueue(exception);
            return false;
        }
    }

    private async Task<bool> SlideAsync(ReminderMessage message, DateTimeOffset hour, CancellationToken cancellation)
    {
        var last = await ledger.HourOfAsync(message.Name, cancellation);
        if (last?.Hour >= hour)
        {
            return false;
        }

        await segments.SlideAsync(message, SlideWindow.For(message, hour, last?.Hour), cancellation);
        if (!await ledger.TryAdvanceAsync(message.Name, new(hour, last?.Hour), cancellation))
        {
            // Another invocation was faster, and perhaps for a later hour, which the segment must not fall behind.
            var now = await ledger.HourOfAsync(message.Name, cancellation);
            await segments.SlideAsync(message, SlideWindow.For(message, now?.Hour ?? hour, last?.Hour), cancellation);
            return false;
        }

        metrics.Count(MetricName.RemindersSlid);
        if (last?.Hour is { } before && hour - before > HourSlot.Length)
        {
            var missed = (int)((hour - before) / HourSlot.Length) - 1;
            log.CaughtUp(message.Name, hour, missed);
            metrics.Count(MetricName.ReminderHoursMissed, missed);
        }

        return true;
    }
}
