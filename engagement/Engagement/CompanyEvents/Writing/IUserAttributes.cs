using Engagement.Services;

namespace Engagement.CompanyEvents.Writing;

/// <summary>The customers' user attributes, as the platform keeps them.</summary>
public interface IUserAttributes
{
    /// <summary>Divides updates, in their order, into as few calls as the platform's limits allow.</summary>
    IEnumerable<IReadOnlyList<EndpointUpdate>> Divide(IEnumerable<EndpointUpdate> updates);

    /// <summary>
    /// Writes the user attributes of several endpoints: all, or none when it throws <see cref="ServiceFailure.Refused"/>.
    /// </summary>
    /// <exception cref="ServiceException">They were not written, or it is unknown.</exception>
    Task UpdateAsync(IReadOnlyList<EndpointUpdate> updates, CancellationToken cancellation);

    /// <summary>Why messages go back after a failure: a value of the metric's dimension <c>Reason</c>.</summary>
    string ReasonFor(ServiceFailure failure);
}
