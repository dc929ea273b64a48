using Engagement.Customers;
using Engagement.Pixel.Recording;
using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>Stores what events say of their customers: what the events of one endpoint say together, in one write.</summary>
internal sealed class EventCustomers(ICustomers customers)
{
    /// <param name="events">Events of one endpoint, each of which says something.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<IReadOnlyList<UpdatedEvent>> UpdateAsync(IReadOnlyList<PendingEvent> events, CancellationToken cancellation)
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
