namespace Engagement.Pinpoint.Provisioning;

/// <summary>Segments: one of each name. Campaigns and journeys know a segment by its id, which therefore stays when it changes.</summary>
public sealed class SegmentProvisioner(ISegmentResources segments) : IResourceProvisioner
{
    public async Task<ProvisionedResource> UpsertAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        var segment = declaration.Read(ProvisioningJson.Default.SegmentDeclaration);
        var found = await segments.FindAsync(declaration.Name, cancellation);
        if (found.Count == 0)
        {
            return await segments.CreateAsync(declaration.Name, segment, cancellation);
        }

        if (!segment.Sliding)
        {
            await segments.UpdateAsync(found[0].Id, declaration.Name, segment, cancellation);
        }

        foreach (var duplicate in found.Skip(1))
        {
            // Of a call that was repeated because its answer was lost.
            await segments.DeleteAsync(duplicate.Id, cancellation);
        }

        return found[0];
    }

    public async Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        foreach (var segment in await segments.FindAsync(declaration.Name, cancellation))
        {
            await segments.DeleteAsync(segment.Id, cancellation);
        }
    }
}
