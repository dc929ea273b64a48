namespace Engagement.Pinpoint.Provisioning;

/// <summary>The application's segments that this stack made.</summary>
public interface ISegmentResources
{
    /// <summary>Those of a name, the oldest first.</summary>
    Task<IReadOnlyList<ProvisionedResource>> FindAsync(string name, CancellationToken cancellation);

    Task<ProvisionedResource> CreateAsync(string name, SegmentDeclaration segment, CancellationToken cancellation);

    Task UpdateAsync(string id, string name, SegmentDeclaration segment, CancellationToken cancellation);

    /// <summary>Removes it, if it is there.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation);
}
