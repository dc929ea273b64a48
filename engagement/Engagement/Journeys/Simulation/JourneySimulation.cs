using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Times;

namespace Engagement.Journeys.Simulation;

/// <summary>Shows what journeys make of made-up events of one customer, as <see cref="JourneyReplay"/> does of recorded ones.</summary>
/// <param name="catalog">The journeys.</param>
/// <param name="topics">The topics.</param>
/// <param name="otherwise">The zone of a customer who has none.</param>
public sealed class JourneySimulation(JourneyCatalog catalog, TopicCatalog topics, CustomerZone otherwise)
{
    /// <summary>Runs until the customer has left all journeys.</summary>
    /// <param name="start">When the simulation starts; the journeys open then.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="events">What happens.</param>
    /// <returns>What became of the customer, the earliest first.</returns>
    public IReadOnlyList<JourneyNote> Run(DateTimeOffset start, IJourneyCustomer customer, IReadOnlyList<SimulatedEvent> events)
    {
        var endpointId = customer.Customer.EndpointId;
        return Opening(start).Run(
            endpointId,
            customer,
            events.Select((each, index) => each.ToPixelEvent($"simulated-{index + 1}", start, endpointId)),
            DateTimeOffset.MaxValue);
    }

    /// <summary>The journeys, to replay recorded events.</summary>
    /// <param name="opens">When they open.</param>
    public JourneyReplay Opening(DateTimeOffset opens) => new(catalog, topics, otherwise, opens);
}
