using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Pixel.Recording;
using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>
/// Stores what events say of their customers, what the events of one endpoint say together, in one write; and what they begin and end in
/// the customers' journeys.
/// </summary>
internal sealed class EventCustomers(ICustomers customers, JourneyRecorder journeys)
{
    /// <param name="events">Events of one endpoint, each of which says something or concerns a journey.</param>
    /// <param name="book">The journeys.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<IReadOnlyList<UpdatedEvent>> UpdateAsync(
        IReadOnlyList<PendingEvent> events, JourneyBook book, CancellationToken cancellation)
    {
        var saying = events.Where(pending => pending.Event.User is not null).ToList();
        var silent = events.Where(pending => pending.Event.User is null).Select(pending => new UpdatedEvent(pending));
        var updated = silent.Concat(saying.Count == 0 ? [] : await StoreAsync(saying, cancellation)).OrderBy(each => each.Event.Event.At);
        var noted = new List<UpdatedEvent>();
        foreach (var each in updated)
        {
            var isStored = each.Problem is null or { Failure: ServiceFailure.Refused };
            noted.Add(isStored && await NoteAsync(each.Event, book, cancellation) is { } problem ? new(each.Event, problem) : each);
        }

        return noted;
    }

    // What an event says of the customer is stored, so that a journey may ask for it.
    private async Task<ServiceException?> NoteAsync(PendingEvent pending, JourneyBook book, CancellationToken cancellation)
    {
        try
        {
            await journeys.RecordAsync(pending.Event, book, cancellation);
            return null;
        }
        catch (ServiceException exception)
        {
            return exception;
        }
    }

    private async Task<IReadOnlyList<UpdatedEvent>> StoreAsync(List<PendingEvent> events, CancellationToken cancellation)
    {
        var problem = await ProblemAsync(events, cancellation);
        if (problem?.Failure != ServiceFailure.Refused || events.Count == 1)
        {
            return [.. events.Select(pending => new UpdatedEvent(pending, problem))];
        }

        // One update spoils the others.
        var updated = new List<UpdatedEvent>();
        foreach (var pending in events.OrderBy(pending => pending.Event.At))
        {
            updated.Add(new(pending, await ProblemAsync([pending], cancellation)));
        }

        return updated;
    }

    private async Task<ServiceException?> ProblemAsync(IReadOnlyList<PendingEvent> events, CancellationToken cancellation)
    {
        try
        {
            await customers.ApplyAsync([.. events.Select(Update)], cancellation);
            return null;
        }
        catch (ServiceException exception)
        {
            return exception;
        }
    }

    // An empty text removes an attribute.
    private static CustomerUpdate Update(PendingEvent pending) => new()
    {
        Stamp = new(pending.Event.At, pending.Event.RequestId),
        EndpointId = pending.Event.EndpointId,
        UserId = pending.Event.User!.UserId,
        UserAttributes = pending.Event.User.Attributes.ToDictionary(
            attribute => attribute.Key,
            attribute => (IReadOnlyList<string>)(attribute.Value.Length == 0 ? [] : [attribute.Value]),
            StringComparer.Ordinal),
    };
}
