using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Resources;
namespace Engagement.Local.Cloud;

/// <summary>All resource types that this cloud knows, with what creates, changes and removes them.</summary>
internal sealed class ResourceCatalog
{
    private readonly Dictionary<string, CreateResource> creators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceLifecycle> lifecycles = new(StringComparer.Ordinal);

    private readonly Func<string, IReadOnlyList<string>?> replacing;

    /// <param name="providers">Those that make resources.</param>
    /// <param name="replacing">Paths of the inputs whose change replaces a resource of a type; those of <see cref="Replacements"/> by
    /// default.</param>
    public ResourceCatalog(IEnumerable<IResourceProvider> providers, Func<string, IReadOnlyList<string>?>? replacing = null)
    {
        this.replacing = replacing ?? Replacements.PathsOf;
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
    public CreateResource CreatorOf(ResourceRequest request) =>
        creators.GetValueOrDefault(request.Type) ?? throw new UnknownResourceTypeException(request.Type, request.Name);

    /// <summary>Whether a resource whose inputs change in this way can only be replaced.</summary>
    public bool IsReplaced(DeployedResource before, ImmutableSortedDictionary<string, string> now) =>
        (replacing(before.Request.Type) ?? []).Any(path => At(before.Prints, path) != At(now, path));

    /// <summary>What may happen to a resource later; null where nothing may.</summary>
    public ResourceLifecycle? LifecycleOf(ResourceRequest request) => lifecycles.GetValueOrDefault(request.Type);

    private static string? At(ImmutableSortedDictionary<string, string> prints, string path)
    {
        var keys = path.Split('.');
        return keys.Length == 1
            ? prints.GetValueOrDefault(path)
            : keys[1..].Aggregate(
                JsonNode.Parse(prints.GetValueOrDefault(keys[0]) ?? "null"), (node, key) => (node as JsonObject)?[key])?.ToJsonString();
    }
}
