using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Engagement.Pixel;

namespace Engagement.Pinpoint.Journeys;

/// <summary>
/// What an event makes of a customer's journeys before Pinpoint gets the event. Whether the customer enters, Pinpoint's journey says when
/// it asks: an entry is provisional until then. One that Pinpoint never confirms blocks nothing, because the next event replaces it.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="book">The journeys.</param>
/// <param name="now">When it is.</param>
public sealed class ProvisionalEntries(CustomerJourneyRules rules, JourneyBook book, DateTimeOffset now)
{
    /// <summary>What the event changes; <see cref="JourneyDecision.Message"/> is null.</summary>
    public JourneyDecision Occur(CustomerJourneys customer, PixelEvent occurred)
    {
        var inside = customer.Enrollments.Values.Where(entry => entry.Runner is not null && entry.Due > now);
        var confirmed = customer with { Enrollments = Named(inside) };
        var decision = rules.Occur(confirmed, occurred, new Anyone(occurred.EndpointId), book, now);
        JourneyNote[] notes = [.. Ended(customer), .. decision.Notes.Where(note => note.Outcome != JourneyOutcome.Entered)];
        if (ReferenceEquals(decision.Customer, confirmed) && confirmed.Enrollments.Count == customer.Enrollments.Count)
        {
            return new(customer, notes);
        }

        var entered = decision.Customer.Enrollments.Values.Where(entry => entry.Runner is null);
        return new(
            decision.Customer with
            {
                Enrollments = Named(confirmed.Enrollments.Values.Concat(Provisional(customer, [.. entered]))),
                LastEntered = customer.LastEntered,
            },
            notes);
    }

    private IEnumerable<Enrollment> Provisional(CustomerJourneys customer, IReadOnlyList<Enrollment> entered) =>
        customer.Enrollments.Values.Where(entry => entry.Runner is null && entry.Due > now)
            .Where(entry => !entered.Any(newer => newer.Journey == entry.Journey && newer.At >= entry.At))
            .Concat(entered.Select(entry => entry with { Due = now + JourneyTimes.Lateness }))
            .DistinctBy(entry => entry.Journey);

    private static Dictionary<string, Enrollment> Named(IEnumerable<Enrollment> entries) =>
        entries.ToDictionary(entry => entry.Journey, StringComparer.Ordinal);

    // Pinpoint asked no more: after the last message, or because the customer opted out, or the function failed.
    private IEnumerable<JourneyNote> Ended(CustomerJourneys customer) =>
        customer.Enrollments.Values.Where(entry => entry.Runner is not null && entry.Due <= now)
            .Select(entry => new JourneyNote(
                now,
                entry.Journey,
                entry.Version,
                entry.Id,
                entry.Position.Text,
                JourneyOutcome.Left,
                entry.Claim is not null && book.Find(entry.Journey, entry.Version) is { } journey && IsLast(journey, entry)
                    ? JourneyReason.Done
                    : JourneyReason.NoResult));

    private static bool IsLast(Journey journey, Enrollment entry) => JourneyWays.After(journey, entry.Position) is null;

    // Pinpoint decides whether it knows the customer, and asks the segment.
    private sealed class Anyone(string endpointId) : IJourneyCustomer
    {
        public Customer Customer { get; } = new(endpointId, new Dictionary<string, IReadOnlyList<string>>());

        public bool IsIn(string segment) => true;

        public string? Objection(Topic topic) => null;
    }
}
