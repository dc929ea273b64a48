using Engagement.Local.Resources;
namespace Engagement.Local.Cloud;

/// <summary>All resource types that this cloud knows, with what creates, changes and removes them.</summary>
internal sealed class ResourceCatalog
{
    private readonly Dictionary<string, CreateResource> creators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceLifecycle> lifecycles = new(StringComparer.Ordinal);

    public ResourceCatalog(IEnumerable<IResourceProvider> providers)
    {
        foreach (var provider in providers)
        {
            foreach (var (type, create) in provider.ResourceTypes)
            {
                creators.Add(type, create);
            }

            foreach (var (type, lifecycle) in provider.Lifecycles)
            {
                lifecycles.Add(type, lifecycle);
            }
        }
    }

    /// <exception cref="UnknownResourceTypeException">This cloud has no counterpart of it.</exception>
    public CreateResource CreatorOf(ResourceRequest request) => creators.GetValueOrDefault(request.Type) ?? throw new UnknownResourceTypeException(request.Type, request.Name);

    /// <summary>What may happen to a resource later; null where nothing may.</summary>
    public ResourceLifecycle? LifecycleOf(ResourceRequest request) => lifecycles.GetValueOrDefault(request.Type);
}
