namespace Engagement.Local.Cloud;

/// <summary>
/// The one list of resource types that the program may declare and that do nothing here. Everything else that is not implemented is an error.
/// </summary>
internal sealed class InertResources(CloudContext context) : IResourceProvider
{
    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        // Where resources go is this machine, whatever the provider says.
        ["pulumi:providers:aws"] = Recorded,
    };

    private Task<ResourceState> Recorded(ResourceRequest request, CancellationToken cancellationToken) => Task.FromResult(new ResourceState(
        PhysicalName.Of(request.Name),
        new Dictionary<string, object> { ["region"] = context.Region }));
}
