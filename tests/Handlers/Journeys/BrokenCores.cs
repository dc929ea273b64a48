using Engagement.Journeys;
using Engagement.Pixel;

namespace Handlers.Tests.Journeys;

/// <summary>An event lets in again which let in before: nothing remembers it.</summary>
internal sealed class WithoutWatermark : JourneyCore
{
    public override JourneyDecision Occur(
        CustomerJourneys customer, PixelEvent occurred, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now)
    {
        var forgetful = customer with
        {
            LastEntered = customer.LastEntered.Where(last => last.Value < occurred.At).ToDictionary(),
            LastRefused = customer.LastRefused.Where(last => last.Value < occurred.At).ToDictionary(),
        };
        return base.Occur(forgetful, occurred, known, book, now);
    }
}

/// <summary>A write is made upon whatever is stored.</summary>
internal sealed class WithoutRevisions : JourneyCore
{
    public override bool ComparesRevisions => false;
}

/// <summary>A message whose result nobody noted is sent once more.</summary>
internal sealed class ResendsUnknown : JourneyCore
{
    public override JourneyDecision Advance(
        CustomerJourneys customer, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now) => base.Advance(
        Change(customer, entry => entry.Claim is { } claim && entry.Due <= now
            ? entry with { Claim = null, Sent = [.. entry.Sent.Where(sent => sent != claim.Template)] }
            : entry),
        known,
        book,
        now);
}

/// <summary>A restarted entry's waits still count from the first event.</summary>
internal sealed class RestartsWithoutBase : JourneyCore
{
    public override JourneyDecision Occur(
        CustomerJourneys customer, PixelEvent occurred, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now)
    {
        var decision = base.Occur(customer, occurred, known, book, now);
        return decision with
        {
            Customer = Change(decision.Customer, entry =>
                customer.Enrollments.TryGetValue(entry.Journey, out var before) && before.Id == entry.Id
                    ? entry with { Anchor = before.Anchor }
                    : entry),
        };
    }
}

/// <summary>An event starts a journey however late it is processed.</summary>
internal sealed class AcceptsLateEvents : JourneyCore
{
    public override JourneyDecision Occur(
        CustomerJourneys customer, PixelEvent occurred, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now) =>
        base.Occur(customer, occurred, known, book, occurred.At);
}

/// <summary>A message comes however long it is overdue.</summary>
internal sealed class SendsLateMessages : JourneyCore
{
    public override JourneyDecision Advance(
        CustomerJourneys customer, IJourneyCustomer? known, JourneyBook book, DateTimeOffset now)
    {
        var decision = base.Advance(Change(customer, entry => Fresh(entry, book, now)), known, book, now);
        return decision;
    }

    private static Enrollment Fresh(Enrollment entry, JourneyBook book, DateTimeOffset now) =>
        entry.Due <= now && book.Find(entry.Journey, entry.Version) is { } journey
            && entry.Position.In(journey) is Engagement.Definitions.Journeys.JourneyStep.Send
            ? entry with { Anchor = now }
            : entry;
}
