using System.Collections.Concurrent;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Journeys;

/// <summary>
/// Queues the customers who are due in a journey. Those who were queued and not moved on yet are queued once more: that does no harm, and
/// while many wait, nobody is.
/// </summary>
public sealed class JourneySweep(IDueJourneys due, IJourneyQueue queue, TimeProvider time, MetricsWriter metrics)
{
    /// <summary>
    /// How many messages may wait before a sweep queues nothing, 100. They hold at most 1,000 customers, so that a sweep queues no more
    /// than these twice.
    /// </summary>
    public const int MostWaiting = 100;

    // Shards that are read at once.
    private const int AtOnce = 4;

    /// <exception cref="ServiceException">Not all who are due are queued; the next sweep finds the others.</exception>
    public async Task SweepAsync(Deadline deadline)
    {
        if (await queue.CountAsync(deadline.Cancellation) > MostWaiting)
        {
            metrics.Count(MetricName.JourneySweepsSkipped);
            return;
        }

        var (now, failures, oldest) = (time.GetUtcNow(), new ConcurrentQueue<ServiceException>(), new ConcurrentQueue<DateTimeOffset>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, IDueJourneys.Shards), options, async (shard, _) =>
            await TryQueueAsync(shard, now, oldest, failures, deadline));
        if (!oldest.IsEmpty)
        {
            metrics.Duration(MetricName.JourneyLateness, now - oldest.Min());
        }

        if (failures.TryDequeue(out var failure))
        {
            throw failure;
        }
    }

    private async Task TryQueueAsync(
        int shard,
        DateTimeOffset now,
        ConcurrentQueue<DateTimeOffset> oldest,
        ConcurrentQueue<ServiceException> failures,
        Deadline deadline)
    {
        try
        {
            await foreach (var page in due.ReadAsync(shard, now, deadline.Cancellation))
            {
                page.Take(1).Select(each => each.Due).ToList().ForEach(oldest.Enqueue);
                await QueueAsync(page, deadline.Cancellation);
            }
        }
        catch (ServiceException exception)
        {
            failures.Enqueue(exception);
        }
    }

    private async Task QueueAsync(IReadOnlyList<DueCustomer> customers, CancellationToken cancellation)
    {
        var messages = customers.Chunk(CustomersToMove.Most)
            .Select(some => new CustomersToMove { Endpoints = [.. some.Select(each => each.EndpointId)] });
        foreach (var together in messages.Chunk(IJourneyQueue.Most))
        {
            await queue.SendAsync(together, cancellation);
        }

        metrics.Count(MetricName.JourneyCustomersQueued, customers.Count);
    }
}
