using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>Where <see cref="CustomerJourneys"/> are kept. A write is made upon what was read, or not at all.</summary>
public interface ICustomerJourneys
{
    /// <summary>What the journeys know of a customer, as the latest write left it; null when they know nothing.</summary>
    /// <param name="endpointId">The endpoint, in any case.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<CustomerJourneys?> FindAsync(string endpointId, CancellationToken cancellation);

    /// <summary>
    /// What the journeys know of some customers. A customer that they know may be missing, and what is found may be old: the condition of
    /// <see cref="TryWriteAsync"/> tells.
    /// </summary>
    /// <param name="endpointIds">The endpoints, 1 to 100, in any case.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>By the endpoint's id as it was given.</returns>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<IReadOnlyDictionary<string, CustomerJourneys>> FindAsync(
        IReadOnlyCollection<string> endpointIds, CancellationToken cancellation);

    /// <summary>
    /// Writes, if the stored revision still is <see cref="CustomerJourneys.Revision"/>, or if nothing is stored and that is 0. What is
    /// stored then has the next revision. A first one is such as no deleted item of the customer had, for example the time in
    /// milliseconds: nothing may be written upon what was read before a deletion.
    /// </summary>
    /// <returns>False when another write came between; nothing is changed then.</returns>
    /// <exception cref="ServiceException">It may or may not be written.</exception>
    Task<bool> TryWriteAsync(CustomerJourneys customer, CancellationToken cancellation);

    /// <summary>
    /// Notes without a read when an event that an <c>until</c> or <c>did</c> names happened, if it is the latest of its type: see
    /// <see cref="CustomerJourneys.Seen"/>. This changes the revision, so that no message is claimed upon what was read before.
    /// </summary>
    /// <exception cref="ServiceException">It may or may not be noted; noting it again does no harm.</exception>
    Task NoteAsync(string endpointId, string eventType, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Deletes all that the journeys know of a customer. What was claimed for the customer is settled nowhere.</summary>
    /// <exception cref="ServiceException">It may or may not be deleted.</exception>
    Task DeleteAsync(string endpointId, CancellationToken cancellation);
}
