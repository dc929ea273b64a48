namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// Makes one type of resource what it is declared to be. What there is in Pinpoint decides, never what an earlier step was asked for.
/// </summary>
public interface IResourceProvisioner
{
    /// <summary>Creates or changes it; may be repeated, also after a failure half-way.</summary>
    Task<ProvisionedResource> UpsertAsync(ResourceDeclaration declaration, CancellationToken cancellation);

    /// <summary>Whether two declarations of this type mean the same resource, so that one is an update of the other.</summary>
    bool IsSame(ResourceDeclaration one, ResourceDeclaration other) => one.Name == other.Name;

    /// <summary>Removes it; that it is gone already is no error.</summary>
    Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation);
}
