using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>Where customers who are due wait to be moved on. What is lost there the next sweep finds again.</summary>
public interface IJourneyQueue
{
    /// <summary>Most messages of a call.</summary>
    const int Most = 10;

    /// <summary>About how many messages wait, those included that are being worked on or wait to be tried again.</summary>
    /// <exception cref="ServiceException">The queue did not tell.</exception>
    Task<int> CountAsync(CancellationToken cancellation);

    /// <param name="messages">At most <see cref="Most"/>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">Not all of them are queued.</exception>
    Task SendAsync(IReadOnlyList<CustomersToMove> messages, CancellationToken cancellation);
}
