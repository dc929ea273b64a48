using Engagement.Services;

namespace Engagement.Sending;

/// <summary>How many messages of marketing a customer gets at most, whatever sends them.</summary>
public interface IContactLimit
{
    /// <summary>Reads what customers got lately, so that counting a message of each mostly takes no read of its own.</summary>
    /// <param name="endpointIds">The endpoints, at most <see cref="IDeliveries.Most"/>, in any case.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<IContactCounts> ReadAsync(IReadOnlyCollection<string> endpointIds, CancellationToken cancellation);
}
