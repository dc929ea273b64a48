using Engagement.Provisioning;

namespace ProvisionPinpoint.Provisioning;

/// <summary>The application's endpoints.</summary>
internal interface IEndpoints
{
    Task<ProvisionedResource> PutAsync(EndpointDeclaration endpoint, CancellationToken cancellation);

    /// <summary>Removes it, if it is there.</summary>
    Task DeleteAsync(string endpointId, CancellationToken cancellation);
}
