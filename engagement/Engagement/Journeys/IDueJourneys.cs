using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>
/// Tells which customers are due in a journey. It may be a little late, and name one whose time has been put off since: the state tells.
/// </summary>
public interface IDueJourneys
{
    /// <summary>How many parts the customers are divided into, so that several readers and writers do not wait for each other.</summary>
    const int Shards = 16;

    /// <summary>The customers of a shard who are due, the earliest first, page by page.</summary>
    /// <param name="shard">Which, from 0.</param>
    /// <param name="now">When it is.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">They could not be read further.</exception>
    IAsyncEnumerable<IReadOnlyList<DueCustomer>> ReadAsync(int shard, DateTimeOffset now, CancellationToken cancellation);
}
