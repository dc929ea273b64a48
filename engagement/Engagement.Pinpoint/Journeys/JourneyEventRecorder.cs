using Engagement.Customers;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Pinpoint.Journeys;

/// <summary>
/// Notes at customers what journeys make of their events, and then has the events recorded: Pinpoint's journey asks for the customer as
/// soon as Pinpoint has the event. An event that concerns no journey costs no call.
/// </summary>
public sealed class JourneyEventRecorder(
    IEventRecorder recorder,
    ICustomerJourneys customers,
    IJourneyBooks books,
    CustomerJourneyRules rules,
    JourneyReport report,
    TimeProvider time,
    LogWriter log,
    MetricsWriter metrics) : IEventRecorder
{
    private const int MostAttempts = 5;

    // A note is one or two calls of a few milliseconds.
    private const int AtOnce = 8;

    private readonly JourneyWriter writer = new(customers, report);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RecordAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline)
    {
        var returned = new Returned(metrics);
        if (await ReadBookAsync(events, returned, deadline) is { } book)
        {
            await NoteAsync(events.Where(pending => book.Concerns(pending.Event.Type)), book, returned, deadline);
            var noted = events.Where(pending => !returned.IsBehind(pending)).ToList();
            return [.. returned.MessageIds, .. await recorder.RecordAsync(noted, deadline)];
        }

        return returned.MessageIds;
    }

    private async Task<JourneyBook?> ReadBookAsync(IReadOnlyCollection<PendingEvent> events, Returned returned, Deadline deadline)
    {
        try
        {
            return await books.ReadAsync(deadline.Cancellation);
        }
        catch (ServiceException exception)
        {
            log.JourneysNotNoted(events.Count, exception.Message);
            returned.Add(events, PinpointReturnReason.Journeys);
            return null;
        }
    }

    private async Task NoteAsync(IEnumerable<PendingEvent> events, JourneyBook book, Returned returned, Deadline deadline)
    {
        foreach (var some in events.GroupBy(pending => CustomerId.EndpointKey(pending.Event.EndpointId)).Chunk(AtOnce))
        {
            if (!deadline.AllowsMore)
            {
                log.OutOfTime(some.Sum(endpoint => endpoint.Count()));
                returned.Add(some.SelectMany(endpoint => endpoint), ReturnReason.OutOfTime);
                continue;
            }

            var problems = await Task.WhenAll(some.Select(endpoint => NoteAsync(endpoint, book, deadline.Cancellation)));
            foreach (var (endpoint, problem) in some.Zip(problems).Where(each => each.Second is not null))
            {
                log.JourneysNotNoted(endpoint.Count(), problem!);
                returned.Add(endpoint, PinpointReturnReason.Journeys);
            }
        }
    }

    // An endpoint's events one after the other. Noting one again does no harm, so that all go back when one could not be noted.
    private async Task<string?> NoteAsync(IEnumerable<PendingEvent> endpoint, JourneyBook book, CancellationToken cancellation)
    {
        try
        {
            foreach (var pending in endpoint)
            {
                await NoteAsync(pending.Event, book, cancellation);
            }

            return null;
        }
        catch (ServiceException exception)
        {
            return exception.Message;
        }
    }

    private Task NoteAsync(PixelEvent occurred, JourneyBook book, CancellationToken cancellation) =>
        book.StartedBy(occurred.Type).Count > 0
            ? OccurAsync(occurred, book, cancellation)
            : customers.NoteAsync(occurred.EndpointId, occurred.Type, occurred.At, cancellation);

    private async Task OccurAsync(PixelEvent occurred, JourneyBook book, CancellationToken cancellation) =>
        _ = await writer.TryDecideAsync(
                occurred.EndpointId,
                customer => Task.FromResult(new ProvisionalEntries(rules, book, time.GetUtcNow()).Occur(customer, occurred)),
                MostAttempts,
                cancellation)
            ?? throw new ServiceException(ServiceFailure.Throttled, "the customer's journeys were written by others again and again");
}
