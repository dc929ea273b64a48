using Engagement.Journeys;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Times;

namespace Handlers.Tests.Journeys;

/// <summary>The rules as the world asks them. Broken ones change an answer or a question, to show that the invariants notice.</summary>
internal class JourneyCore
{
    protected CustomerJourneyRules Rules { get; } = new(JourneyCatalogs.Limit, JourneyCatalogs.Topics, CustomerZone.Find("Europe/Berlin")!);

    /// <summary>Whether a write is refused that is not made upon what is stored.</summary>
    public virtual bool ComparesRevisions => true;

    public virtual JourneyDecision Occur(
        CustomerJourneys customer, PixelEvent occurred, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now) =>
        Rules.Occur(customer, occurred, known, book, now);

    public virtual JourneyDecision Advance(CustomerJourneys customer, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now) =>
        Rules.Advance(customer, known, book, now);

    public JourneyDecision Settle(CustomerJourneys customer, JourneyMessage message, SendOutcome outcome, DateTimeOffset now) =>
        Rules.Settle(customer, message, outcome, now);

    protected static CustomerJourneys Change(CustomerJourneys customer, Func<Enrollment, Enrollment> change) => customer with
    {
        Enrollments = customer.Enrollments.ToDictionary(each => each.Key, each => change(each.Value), StringComparer.Ordinal),
    };
}
