using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>
/// Decides upon what the journeys know of a customer, writes the decision, and tells of it once it is written. Where another writer was
/// faster, it reads and decides again: each such failure means that another one got on.
/// </summary>
/// <param name="journeys">Where customers' journeys are kept.</param>
/// <param name="report">Takes what became of them.</param>
public sealed class JourneyWriter(ICustomerJourneys journeys, JourneyReport report)
{
    /// <summary>
    /// How often a writer reads and decides again where it must get on, 20. Each failure means that another writer got on; more writers of
    /// one customer at once are a fault elsewhere.
    /// </summary>
    public const int MostAttempts = 20;

    /// <param name="endpointId">The endpoint, in any case.</param>
    /// <param name="decide">Decides; a customer that the journeys do not know is new.</param>
    /// <param name="attempts">How often at most, at least 1.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>The decision that holds; null when other writers were faster each time.</returns>
    /// <exception cref="ServiceException">It may or may not be written.</exception>
    public async Task<TDecision?> TryDecideAsync<TDecision>(
        string endpointId, Func<CustomerJourneys, Task<TDecision>> decide, int attempts, CancellationToken cancellation)
        where TDecision : JourneyDecision
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var before = await journeys.FindAsync(endpointId, cancellation) ?? new() { EndpointId = endpointId };
            var decision = await decide(before);
            if (ReferenceEquals(decision.Customer, before) || await journeys.TryWriteAsync(decision.Customer, cancellation))
            {
                await report.TellAsync(before.EndpointId, decision.Notes);
                return decision;
            }
        }

        return null;
    }
}
