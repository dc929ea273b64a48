using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Journeys;

/// <summary>
/// Counts once an hour how many customers are at each step of each journey. It counts them anew, so that no count drifts away from what the
/// store holds. Of many customers it counts some shards, which chance divides them into, and concludes from them.
/// </summary>
public sealed class JourneyCensus(IEnrollments enrollments, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <summary>
    /// How many steps have a metric of their own, 100: those with the most customers. CloudWatch bills each series by the month.
    /// </summary>
    public const int MostSteps = 100;

    /// <summary>
    /// How many entries are counted before no further shard is, 50,000: a function that has half a gigabyte reads them in some 15 seconds.
    /// Fewer than these in all are counted exactly.
    /// </summary>
    public const int MostCounted = 50_000;

    /// <summary>The value of <c>Reason</c> of all further steps together.</summary>
    public const string OtherSteps = "other";

    /// <summary>Counts, if the hour begins. A count that fails is left out: the next hour's is as good.</summary>
    public async Task CountAsync(Deadline deadline)
    {
        if (time.GetUtcNow().Minute != 0)
        {
            return;
        }

        try
        {
            Tell(await StepsAsync(deadline.Cancellation));
        }
        catch (ServiceException exception)
        {
            log.CensusFailed(exception.Message);
        }
    }

    private async Task<IReadOnlyList<(string Step, int Customers)>> StepsAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var shards = 0;
        for (; shards < IDueJourneys.Shards && counts.Values.Sum() < MostCounted; shards++)
        {
            await foreach (var page in enrollments.ReadAsync(shards, cancellation))
            {
                foreach (var (step, customers) in page.CountBy(entry => $"{entry.Journey}/{entry.Position}"))
                {
                    counts[step] = counts.GetValueOrDefault(step) + customers;
                }
            }
        }

        return
        [
            .. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => (count.Key, count.Value * IDueJourneys.Shards / shards)),
        ];
    }

    private void Tell(IReadOnlyList<(string Step, int Customers)> counts)
    {
        foreach (var (step, customers) in counts.Take(MostSteps))
        {
            metrics.Count(MetricName.CustomersAtStep, customers, step);
        }

        if (counts.Count > MostSteps)
        {
            metrics.Count(MetricName.CustomersAtStep, counts.Skip(MostSteps).Sum(count => count.Customers), OtherSteps);
        }
    }
}
