using Engagement.Definitions.Reminders;
using Engagement.Reminders;
using Engagement.Services;
using Engagement.Telemetry;

namespace SlideReminders.Sliding;

/// <summary>
/// Moves each message's segment to an hour, and then notes it down: an invocation that dies in between is repeated without harm. One call to
/// Pinpoint for each message, however many customers there are.
/// </summary>
internal sealed class Slider(ReminderCatalog catalog, IReminderLedger ledger, ISegments segments, LogWriter log, MetricsWriter metrics)
{
    /// <summary>Moves all segments to an hour, unless they are there or further.</summary>
    /// <returns>How many were moved.</returns>
    /// <exception cref="ServiceException">Some could not be moved; the others were.</exception>
    public async Task<int> SlideAsync(DateTimeOffset hour, CancellationToken cancellation)
    {
        var slid = 0;
        ServiceException? failure = null;
        foreach (var message in ReminderMessage.AllOf(catalog))
        {
            try
            {
                slid += await SlideAsync(message, hour, cancellation) ? 1 : 0;
            }
            catch (ServiceException exception)
            {
                log.SlideFailed(message.Name, hour, exception.Message);
                failure = exception;
            }
        }

        return failure is null ? slid : throw failure;
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
