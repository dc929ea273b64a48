using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>What it means to depend on a resource.</summary>
internal static class ResourceGraph
{
    public static Task WhenRegisteredAsync(IEnumerable<Resource> resources)
        => Task.WhenAll(Reachable(resources).Select(resource => resource.Urn.DataTask));

    /// <summary>
    /// A component stands for the resources below it, down to the first custom one on each way.
    /// A remote component stands for itself: its provider waits for what is inside.
    /// </summary>
    public static HashSet<Resource> Reachable(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        var next = new System.Collections.Generic.Stack<Resource>(resources);
        while (next.TryPop(out var resource))
        {
            if (!seen.Add(resource) || resource is not ComponentResource)
            {
                continue;
            }

            foreach (var child in resource.SnapshotChildren())
            {
                next.Push(child);
            }
        }

        seen.RemoveWhere(resource => resource is ComponentResource { IsRemote: false });
        return seen;
    }
}
