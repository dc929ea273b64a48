using System.Collections.Concurrent;
using Engagement.Definitions.Reminders;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Reminders;

/// <summary>
/// Begins an hour of each message, and then notes it down: an invocation that dies in between is repeated without harm. It takes a few
/// calls for each message, however many customers there are.
/// </summary>
public sealed class ReminderSweep(
    ReminderCatalog catalog, IReminderLedger ledger, IReminderHours hours, LogWriter log, MetricsWriter metrics)
{
    // Far below what a platform takes (25 updates of segments a second); each also takes two calls to the ledger.
    private const int AtOnce = 5;

    /// <summary>Begins an hour of all messages, but of those that are there or further.</summary>
    /// <returns>Of how many it began.</returns>
    /// <exception cref="ServiceException">Of some it could not begin; the others have begun.</exception>
    public async Task<int> SweepAsync(DateTimeOffset hour, CancellationToken cancellation)
    {
        var (begun, failures) = (0, new ConcurrentQueue<ServiceException>());
        foreach (var together in ReminderMessage.From(catalog).Chunk(AtOnce))
        {
            begun += (await Task.WhenAll(together.Select(message => TryBeginAsync(message, hour, failures, cancellation))))
                .Count(isNew => isNew);
        }

        return failures.TryDequeue(out var failure) ? throw failure : begun;
    }

    private async Task<bool> TryBeginAsync(
        ReminderMessage message, DateTimeOffset hour, ConcurrentQueue<ServiceException> failures, CancellationToken cancellation)
    {
        try
        {
            return await BeginAsync(message, hour, cancellation);
        }
        catch (ServiceException exception)
        {
            log.BeginFailed(message.Name, hour, exception.Message);
            failures.Enqueue(exception);
            return false;
        }
    }

    private async Task<bool> BeginAsync(ReminderMessage message, DateTimeOffset hour, CancellationToken cancellation)
    {
        var last = await ledger.HourOfAsync(message.Name, cancellation);
        if (last?.Hour >= hour)
        {
            return false;
        }

        var begun = new SlidHour(hour, last?.Hour);
        await hours.BeginAsync(message, begun, cancellation);
        if (!await ledger.TryAdvanceAsync(message.Name, begun, cancellation))
        {
            // Another invocation was faster, and perhaps for a later hour, which must not be undone.
            var now = await ledger.HourOfAsync(message.Name, cancellation);
            await hours.BeginAsync(message, begun with { Hour = now?.Hour ?? hour }, cancellation);
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
