namespace Engagement.Pinpoint.Provisioning;

/// <summary>The application's endpoints.</summary>
public interface IEndpointResources
{
    Task<ProvisionedResource> PutAsync(EndpointDeclaration endpoint, CancellationToken cancellation);

    /// <summary>Removes it, if it is there.</summary>
    Task DeleteAsync(string endpointId, CancellationToken cancellation);
}
