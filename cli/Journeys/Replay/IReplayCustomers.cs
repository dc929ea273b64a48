using Engagement.Journeys;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>The customers of recorded events.</summary>
internal interface IReplayCustomers
{
    /// <summary>Whose data they have: a sentence for the operator.</summary>
    string Description { get; }

    /// <summary>The customer of an endpoint, as the old and the new definitions' segments see it; null when nothing is known.</summary>
    /// <exception cref="Engagement.Services.ServiceException">The customer could not be read.</exception>
    Task<(IJourneyCustomer? Before, IJourneyCustomer? After)> FindAsync(string endpointId, CancellationToken cancellation);
}
