using Engagement.Services;

namespace Engagement.Customers;

/// <summary>
/// The customers by their dates. Each user attribute whose first value is an instant has an entry, from before the customer is stored until
/// days after the date. An entry may be out of date, so that the customer has to be read; none is missing.
/// </summary>
public interface IDateIndex
{
    /// <summary>Into how many shards the customers of an hour are divided, 8, so that as many readers may share them.</summary>
    const int Shards = 8;

    /// <summary>Reads the entries of a shard, the earliest date first.</summary>
    /// <param name="query">Which of them.</param>
    /// <param name="after">Where to go on: <see cref="IndexedDate.Place"/> of the last one that was read; null at the beginning.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The index could not be read further.</exception>
    IAsyncEnumerable<IndexedDate> ReadAsync(DateQuery query, string? after, CancellationToken cancellation);
}
