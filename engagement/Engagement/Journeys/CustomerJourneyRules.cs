using System.Diagnostics.CodeAnalysis;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Journeys;

/// <summary>
/// Decides what a customer's events and the passing of time make of the customer's journeys. All methods are pure: the caller writes what
/// they return upon what it has read (<see cref="ICustomerJourneys.TryWriteAsync"/>), or reads and asks again. Only then does it tell the
/// notes and send the message.
/// </summary>
/// <param name="limit">How many messages a customer gets at most; null: no limit.</param>
/// <param name="topics">Today's topics.</param>
/// <param name="otherwise">The zone of customers who have none.</param>
/// <param name="spread">Over how long messages are spread that waited for hours; null: <see cref="JourneyTimes.Spread"/>.</param>
public sealed class CustomerJourneyRules(MessageLimit? limit, TopicCatalog topics, CustomerZone otherwise, TimeSpan? spread = null)
{
    /// <summary>Whether a customer gets a message.</summary>
    public MessageRules Messages { get; } = new(limit, topics, otherwise, spread);

    /// <summary>What an event changes: what <c>until</c> and <c>did</c> ask for, and which journeys the customer enters.</summary>
    /// <param name="customer">What the journeys know of the customer; new when they know nothing.</param>
    /// <param name="occurred">The event.</param>
    /// <param name="known">The customer; null when nothing is known.</param>
    /// <param name="book">The journeys.</param>
    /// <param name="now">When it is.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "One of the rules, which callers hold as one thing.")]
    public JourneyDecision Occur(
        CustomerJourneys customer, PixelEvent occurred, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now) =>
        new Entering(customer, occurred, known, now).Decide(book);

    /// <summary>
    /// Moves the customer on where an entry is due, up to the next message: the caller asks again once that one is settled.
    /// </summary>
    /// <param name="customer">What the journeys know of the customer.</param>
    /// <param name="known">The customer; null when it was deleted.</param>
    /// <param name="book">The journeys.</param>
    /// <param name="now">When it is.</param>
    public JourneyDecision Advance(CustomerJourneys customer, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now) =>
        new Advancing(customer, Messages, known, book, now).Decide();

    /// <summary>
    /// Notes what became of a message, and moves past it. A message that surely was not sent is asked for again later, under all rules. A
    /// claim that is no longer there changes nothing.
    /// </summary>
    /// <param name="customer">What the journeys know of the customer.</param>
    /// <param name="message">The message.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="now">When it is.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "One of the rules, which callers hold as one thing.")]
    public JourneyDecision Settle(CustomerJourneys customer, JourneyMessage message, SendOutcome outcome, DateTimeOffset now) =>
        customer.Enrollments.GetValueOrDefault(message.Journey) is { } entry && entry.Id == message.Entry && entry.Claim == message.Claim
            ? new Settling(customer, entry, message, now).Decide(outcome)
            : new(customer, []);
}
