using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Journeys.Simulation;

/// <summary>
/// Shows what journeys make of events, on a clock of its own. It sends nothing: each message counts as sent. Messages that waited for their
/// hours come when these begin, and are not spread.
/// </summary>
/// <param name="catalog">The journeys.</param>
/// <param name="topics">The topics.</param>
/// <param name="otherwise">The zone of a customer who has none.</param>
public sealed class JourneySimulation(JourneyCatalog catalog, TopicCatalog topics, CustomerZone otherwise)
{
    private static readonly SendOutcome Sent = new SendOutcome.Sent("simulated");

    private readonly CustomerJourneyRules rules = new(catalog.Limit, topics, otherwise, spread: TimeSpan.Zero);

    /// <summary>Runs until the customer has left all journeys.</summary>
    /// <param name="start">When the simulation starts; the journeys open then.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="events">What happens.</param>
    /// <returns>What became of the customer, the earliest first.</returns>
    public IReadOnlyList<JourneyNote> Run(DateTimeOffset start, IJourneyCustomer customer, IReadOnlyList<SimulatedEvent> events)
    {
        var book = Book(start);
        var journeys = new CustomerJourneys { EndpointId = customer.Customer.EndpointId };
        var notes = new List<JourneyNote>();
        var coming = new Queue<PixelEvent>(events
            .Select((each, index) => each.ToPixelEvent($"simulated-{index + 1}", start, journeys.EndpointId))
            .OrderBy(each => each.At));
        while (coming.Count > 0 || journeys.Due is not null)
        {
            journeys = coming.TryPeek(out var next) && !(journeys.Due < next.At)
                ? Apply(rules.Occur(journeys, coming.Dequeue(), customer, book, next.At), notes)
                : Move(journeys, customer, book, notes);
        }

        return notes;
    }

    private JourneyBook Book(DateTimeOffset start)
    {
        var deployment = JourneyDeployment.Plan(catalog, JourneyBook.Empty, start, start);
        return new(deployment.Heads, deployment.Versions);
    }

    private CustomerJourneys Move(CustomerJourneys journeys, IJourneyCustomer customer, JourneyBook book, List<JourneyNote> notes)
    {
        var now = journeys.Due!.Value;
        var decision = rules.Advance(journeys, customer, book, now);
        var moved = Apply(decision, notes);
        return decision.Message is { } message ? Apply(rules.Settle(moved, message, Sent, now), notes) : moved;
    }

    private static CustomerJourneys Apply(JourneyDecision decision, List<JourneyNote> notes)
    {
        notes.AddRange(decision.Notes);
        return decision.Customer;
    }
}
