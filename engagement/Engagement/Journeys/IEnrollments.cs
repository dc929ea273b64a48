using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>Tells in which journeys customers are. It may be a few seconds late.</summary>
public interface IEnrollments
{
    /// <summary>The entries that have not ended, page by page, of the customers of a shard of <see cref="IDueJourneys.Shards"/>.</summary>
    /// <param name="shard">Which, from 0.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">They could not be read further.</exception>
    IAsyncEnumerable<IReadOnlyList<Enrollment>> ReadAsync(int shard, CancellationToken cancellation);
}
