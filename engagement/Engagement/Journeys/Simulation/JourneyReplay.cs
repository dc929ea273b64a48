using System.Collections.Frozen;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Journeys.Simulation;

/// <summary>
/// Shows what journeys make of the events of customers, on a clock of its own. It sends nothing: each message counts as sent. Messages that
/// waited for their hours come when these begin, and are not spread.
/// </summary>
public sealed class JourneyReplay
{
    private static readonly SendOutcome Sent = new SendOutcome.Sent("simulated");

    private readonly CustomerJourneyRules rules;
    private readonly JourneyBook book;

    /// <param name="catalog">The journeys.</param>
    /// <param name="topics">The topics.</param>
    /// <param name="otherwise">The zone of a customer who has none.</param>
    /// <param name="opens">When the journeys open: they know nothing of what was before.</param>
    public JourneyReplay(JourneyCatalog catalog, TopicCatalog topics, CustomerZone otherwise, DateTimeOffset opens)
        : this(catalog.Limit, BookOf(catalog, opens), topics, otherwise)
    {
    }

    /// <param name="limit">How many messages a customer gets at most; null: no limit.</param>
    /// <param name="book">The journeys as they are deployed.</param>
    /// <param name="topics">The topics.</param>
    /// <param name="otherwise">The zone of a customer who has none.</param>
    public JourneyReplay(MessageLimit? limit, JourneyBook book, TopicCatalog topics, CustomerZone otherwise)
    {
        rules = new(limit, topics, otherwise, spread: TimeSpan.Zero);
        this.book = book;
    }

    /// <summary>The event types that may start a journey, or that an <c>until</c> or <c>did</c> names.</summary>
    public static FrozenSet<string> EventsOf(JourneyCatalog catalog) =>
        catalog.Journeys.SelectMany(journey => journey.Watched.Append(journey.Event)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Runs until the customer has left all journeys, or until an instant.</summary>
    /// <param name="endpointId">The endpoint that the events happened to.</param>
    /// <param name="customer">The customer; null when nothing is known.</param>
    /// <param name="events">What happens, in any order. An event is processed when it happens.</param>
    /// <param name="until">What is due later is not told.</param>
    /// <returns>What became of the customer, the earliest first.</returns>
    public IReadOnlyList<JourneyNote> Run(
        string endpointId, IJourneyCustomer? customer, IEnumerable<PixelEvent> events, DateTimeOffset until) =>
        Run(new CustomerJourneys { EndpointId = endpointId }, customer, events, until);

    /// <summary>Runs on from what the journeys know of the customer, until the customer has left them, or until an instant.</summary>
    /// <param name="journeys">What they know.</param>
    /// <param name="customer">The customer; null when nothing is known.</param>
    /// <param name="events">What happens, in any order. An event is processed when it happens.</param>
    /// <param name="until">What is due later is not told.</param>
    /// <returns>What becomes of the customer, the earliest first.</returns>
    public IReadOnlyList<JourneyNote> Run(
        CustomerJourneys journeys, IJourneyCustomer? customer, IEnumerable<PixelEvent> events, DateTimeOffset until)
    {
        var notes = new List<JourneyNote>();
        var coming = new Queue<PixelEvent>(events.OrderBy(each => each.At));
        while (coming.Count > 0 || journeys.Due <= until)
        {
            journeys = coming.TryPeek(out var next) && !(journeys.Due < next.At)
                ? Apply(rules.Occur(journeys, coming.Dequeue(), customer, book, next.At), notes)
                : Move(journeys, customer, notes);
        }

        return notes;
    }

    private static JourneyBook BookOf(JourneyCatalog catalog, DateTimeOffset opens)
    {
        var deployment = JourneyDeployment.Plan(catalog, JourneyBook.Empty, opens, opens);
        return new(deployment.Heads, deployment.Versions);
    }

    private CustomerJourneys Move(CustomerJourneys journeys, IJourneyCustomer? customer, List<JourneyNote> notes)
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
