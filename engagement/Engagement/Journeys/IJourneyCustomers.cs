using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>Where journeys read what is known of customers.</summary>
public interface IJourneyCustomers
{
    /// <summary>The customer of an endpoint, as it is now; null when there is none.</summary>
    /// <param name="endpointId">The endpoint, in any case.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The customer could not be read.</exception>
    Task<IJourneyCustomer?> FindAsync(string endpointId, CancellationToken cancellation);
}
