using Engagement.Definitions.Journeys;
using Engagement.Pixel;
using Engagement.Segments;
using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>What one event makes of a customer's journeys.</summary>
internal sealed class Entering(CustomerJourneys customer, PixelEvent occurred, IJourneyCustomer? known, DateTimeOffset now)
{
    private readonly List<JourneyNote> notes = [];
    private CustomerJourneys customer = customer;

    private bool IsTooLate => now - occurred.At > JourneyTimes.Lateness;

    public JourneyDecision Decide(JourneyBook book)
    {
        if (book.Watches(occurred.Type) && !customer.HasSeen(occurred.Type, occurred.At))
        {
            customer = customer with { Seen = customer.Seen.With(occurred.Type, occurred.At) };
        }

        foreach (var (head, journey) in book.StartedBy(occurred.Type).Where(each => Fits(each.Journey)))
        {
            Consider(head, journey);
        }

        return new(customer, notes);
    }

    private bool Fits(Journey journey) => SegmentMembership.Create<OccurredEvent>(journey.Where)(new(occurred));

    private void Consider(JourneyHead head, Journey journey)
    {
        var entry = Inside(head);
        if (entry is { Sent.Count: 0 } && journey.Restarts && occurred.At > entry.Since && !IsTooLate)
        {
            Restart(head, journey, entry);
        }
        else if (ReasonAgainst(head, journey, entry) is { } reason)
        {
            Note(head, JourneyOutcome.NotEntered, reason);
        }
        else if (ReasonToday(head, journey, entry) is { } today)
        {
            Refuse(head, today);
        }
        else
        {
            Enter(head);
        }
    }

    // An entry from before a removal has ended. Its own due time notices that, unless an event comes first.
    private Enrollment? Inside(JourneyHead head)
    {
        if (customer.Enrollments.GetValueOrDefault(head.Journey) is not { } entry || entry.At >= head.Opens)
        {
            return customer.Enrollments.GetValueOrDefault(head.Journey);
        }

        customer = customer with { Enrollments = customer.Enrollments.Without(head.Journey) };
        notes.AddRange(entry.LeftAsRemoved(now));
        return null;
    }

    // What also holds when the same event comes once more.
    private string? ReasonAgainst(JourneyHead head, Journey journey, Enrollment? entry) =>
        IsNotLater(customer.LastEntered, journey) || IsNotLater(customer.LastRefused, journey) ? JourneyReason.NotLater
        : occurred.At < head.Opens ? JourneyReason.BeforeOpening
        : IsTooLate ? JourneyReason.TooLate
        : !MayAgain(journey) ? (entry is null ? JourneyReason.Again : JourneyReason.Inside)
        : known is null ? JourneyReason.UnknownCustomer
        : null;

    // What may be otherwise when the same event comes once more.
    private string? ReasonToday(JourneyHead head, Journey journey, Enrollment? entry) =>
        entry is not null ? JourneyReason.Inside
        : head.Closed ? JourneyReason.Closed
        : journey.Segment is { } segment && !known!.IsIn(segment) ? SendingReason.Segment
        : null;

    private bool IsNotLater(IReadOnlyDictionary<string, DateTimeOffset> times, Journey journey) =>
        times.TryGetValue(journey.Name, out var last) && occurred.At <= last;

    private bool MayAgain(Journey journey) =>
        !customer.LastEntered.TryGetValue(journey.Name, out var last) || occurred.At - last >= journey.Again;

    // Nothing was sent yet, so that the entry may as well go today's way.
    private void Restart(JourneyHead head, Journey journey, Enrollment entry)
    {
        var first = journey.Steps[0] is JourneyStep.Wait wait ? occurred.At + wait.Time : occurred.At;
        Keep(entry with
        {
            Since = occurred.At,
            Version = head.Version,
            Position = StepPosition.First,
            Anchor = occurred.At,
            Due = entry.Due < first ? entry.Due : first,
        });
        Note(head, JourneyOutcome.Restarted);
    }

    private void Refuse(JourneyHead head, string reason)
    {
        customer = customer with { LastRefused = customer.LastRefused.With(head.Journey, occurred.At) };
        Note(head, JourneyOutcome.NotEntered, reason);
    }

    private void Enter(JourneyHead head)
    {
        Keep(new()
        {
            Journey = head.Journey,
            Id = occurred.RequestId,
            At = occurred.At,
            Since = occurred.At,
            Version = head.Version,
            Position = StepPosition.First,
            Anchor = occurred.At,
            Due = occurred.At,
        });
        Note(head, JourneyOutcome.Entered);
    }

    private void Keep(Enrollment entry) => customer = customer with
    {
        Enrollments = customer.Enrollments.With(entry.Journey, entry),
        LastEntered = customer.LastEntered.With(entry.Journey, entry.Since),
    };

    private void Note(JourneyHead head, JourneyOutcome outcome, string? reason = null) =>
        notes.Add(new(now, head.Journey, head.Version, occurred.RequestId, "", outcome, reason));
}
