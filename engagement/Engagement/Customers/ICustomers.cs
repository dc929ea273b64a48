using Engagement.Services;

namespace Engagement.Customers;

/// <summary>The customers.</summary>
public interface ICustomers
{
    /// <summary>Finds customers by <see cref="CustomerProfile.Id"/>, as they are now.</summary>
    /// <param name="ids">At most 100, each once.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Those that exist, in any order.</returns>
    /// <exception cref="ServiceException">The store could not be asked.</exception>
    Task<IReadOnlyList<CustomerProfile>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>The customer that an endpoint belongs to, as it is now; null when there is no such endpoint.</summary>
    /// <exception cref="ServiceException">The store could not be asked.</exception>
    Task<CustomerProfile?> FindByEndpointAsync(string endpointId, CancellationToken cancellation);

    /// <summary>
    /// Stores what updates say. The same updates again change nothing; a call that failed may be repeated, and has to be, since some of it
    /// may have been stored.
    /// </summary>
    /// <param name="updates">At least one, all of one endpoint, in any order.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">
    /// Not all is stored. <see cref="ServiceFailure.Refused"/>: a limit of <see cref="CustomerLimits"/> would be broken, and nothing is
    /// stored; the message says which, without values.
    /// </exception>
    Task ApplyAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation);

    /// <summary>
    /// Stores what an update says of a customer who was read a moment ago. Where nobody has written the customer since, what was read is
    /// not read again.
    /// </summary>
    /// <param name="read">The customer as it was read.</param>
    /// <param name="update">The update.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">As of an update of a customer who was not read.</exception>
    Task ApplyAsync(CustomerProfile read, CustomerUpdate update, CancellationToken cancellation) => ApplyAsync([update], cancellation);

    /// <summary>Reads a page of all customers. A customer that changes meanwhile may be as before or as after.</summary>
    /// <param name="share">Which of them.</param>
    /// <param name="position">Where to begin: <see cref="CustomerPage.Next"/> of the page before, or null.</param>
    /// <param name="limit">Most customers of the page, at least 1.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">The store could not be asked.</exception>
    Task<CustomerPage> ReadAsync(CustomerShare share, string? position, int limit, CancellationToken cancellation);
}
