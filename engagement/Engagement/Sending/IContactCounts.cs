using Engagement.Services;

namespace Engagement.Sending;

/// <summary>How many messages of marketing some customers got.</summary>
public interface IContactCounts
{
    /// <summary>Whether a customer had as many as the limit allows, as far as was read.</summary>
    /// <param name="endpointId">One of the endpoints that were read.</param>
    /// <param name="now">When it is.</param>
    bool SeemsReached(string endpointId, DateTimeOffset now);

    /// <summary>Counts a message that the caller has claimed and is about to send, unless the limit is reached.</summary>
    /// <param name="endpointId">One of the endpoints that were read.</param>
    /// <param name="at">When the message was claimed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Whether it counts; otherwise the customer must not get it.</returns>
    /// <exception cref="ServiceException">It may or may not count.</exception>
    Task<bool> TryCountAsync(string endpointId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Takes back the count of a message that surely was not sent.</summary>
    /// <param name="endpointId">One of the endpoints that were read.</param>
    /// <param name="at">When the message was claimed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">It may or may not count any more.</exception>
    Task TakeBackAsync(string endpointId, DateTimeOffset at, CancellationToken cancellation);
}
