using Engagement.Services;

namespace WriteUserAttributes.Writing;

/// <summary>The customers' endpoints.</summary>
internal interface IEndpoints
{
    /// <summary>Writes the user attributes of several endpoints: all, or none when it throws <see cref="ServiceFailure.Refused"/>.</summary>
    /// <exception cref="ServiceException">They were not written, or it is unknown.</exception>
    Task UpdateAsync(IReadOnlyList<EndpointUpdate> updates, CancellationToken cancellation);
}
