using Engagement.Pixel;
using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>
/// Notes events of customers in their journeys: which of those happened that an <c>until</c> or <c>did</c> asks for, and which customers an
/// event lets in. An event that no journey names costs no call; one that is only asked for costs a write without a read.
/// </summary>
public sealed class JourneyRecorder(
    ICustomerJourneys journeys, IJourneyCustomers customers, CustomerJourneyRules rules, JourneyReport report, TimeProvider time)
{
    private readonly JourneyWriter writer = new(journeys, report);

    /// <summary>Notes an event. The same event once more changes nothing.</summary>
    /// <param name="occurred">The event. What it says of its customer is stored already.</param>
    /// <param name="book">The journeys.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">It may or may not be noted; the caller repeats the call.</exception>
    public async Task RecordAsync(PixelEvent occurred, JourneyBook book, CancellationToken cancellation)
    {
        if (!book.Concerns(occurred.Type))
        {
            return;
        }

        if (book.StartedBy(occurred.Type).Count > 0)
        {
            await StartAsync(occurred, book, cancellation);
        }
        else
        {
            await journeys.NoteAsync(occurred.EndpointId, occurred.Type, occurred.At, cancellation);
        }
    }

    private async Task StartAsync(PixelEvent occurred, JourneyBook book, CancellationToken cancellation) =>
        _ = await writer.TryDecideAsync(
                occurred.EndpointId, before => DecideAsync(before, occurred, book, cancellation), JourneyWriter.MostAttempts, cancellation)
            ?? throw new ServiceException(ServiceFailure.Failed, "Journeys: other writers were faster each time");

    // The customer is read only where it decides.
    private async Task<JourneyDecision> DecideAsync(
        CustomerJourneys before, PixelEvent occurred, JourneyBook book, CancellationToken cancellation)
    {
        var decision = rules.Occur(before, occurred, known: null, book, time.GetUtcNow());
        return decision.Notes.Any(note => note.Reason == JourneyReason.UnknownCustomer)
            && await customers.FindAsync(occurred.EndpointId, cancellation) is { } known
                ? rules.Occur(before, occurred, known, book, time.GetUtcNow())
                : decision;
    }
}
