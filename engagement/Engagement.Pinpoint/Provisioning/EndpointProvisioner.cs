namespace Engagement.Pinpoint.Provisioning;

/// <summary>Endpoints: their id is chosen, so that putting one is all there is to it.</summary>
public sealed class EndpointProvisioner(IEndpointResources endpoints) : IResourceProvisioner
{
    public Task<ProvisionedResource> UpsertAsync(ResourceDeclaration declaration, CancellationToken cancellation) =>
        endpoints.PutAsync(Read(declaration), cancellation);

    public bool IsSame(ResourceDeclaration one, ResourceDeclaration other) => Read(one).EndpointId == Read(other).EndpointId;

    public Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation) =>
        endpoints.DeleteAsync(Read(declaration).EndpointId, cancellation);

    private static EndpointDeclaration Read(ResourceDeclaration declaration) =>
        declaration.Read(ProvisioningJson.Default.EndpointDeclaration);
}
