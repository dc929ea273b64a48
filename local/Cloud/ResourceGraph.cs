using System.Collections.Immutable;
using Engagement.Local.Resources;

namespace Engagement.Local.Cloud;

/// <summary>A resource as it was registered, for <c>/local/resources</c>; secrets are not in it.</summary>
internal sealed record RegisteredResource(string Type, string Name, string? Id, ImmutableSortedDictionary<string, object> Inputs)
{
    private const string Secret = "[secret]";

    // The engine hands over secrets as plain values, so which inputs are secret has to be known here.
    private static readonly HashSet<(string Type, string Input)> SecretInputs = [
        ("aws:secretsmanager/secretVersion:SecretVersion", "secretString")
    ];

    /// <summary>What may be shown of a resource.</summary>
    public static RegisteredResource From(ResourceRequest request, string? id) =>
        new(request.Type, request.Name, id, request.Inputs.ToImmutableSortedDictionary(
        pair => pair.Key,
        pair => SecretInputs.Contains((request.Type, pair.Key)) ? Secret : pair.Value,
        StringComparer.Ordinal));
}

/// <summary>What stands: the resources of all deployments so far, and those that were replaced and are yet to go. Thread-safe.</summary>
internal sealed class ResourceGraph
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Type, string Name), DeployedResource> standing = [];
    private readonly List<DeployedResource> replaced = [];
    private long lastOrder;

    /// <summary>Those that stand, in order of creation.</summary>
    public IReadOnlyList<RegisteredResource> Resources =>
        [.. Standing.Select(resource => RegisteredResource.From(resource.Request, resource.Id))];

    /// <inheritdoc cref="Resources"/>
    public IReadOnlyList<DeployedResource> Standing
    {
        get
        {
            lock (gate)
            {
                return [.. standing.Values.OrderBy(resource => resource.Order)];
            }
        }
    }

    /// <summary>Those that have a successor and are yet to go.</summary>
    public IReadOnlyList<DeployedResource> Replaced
    {
        get
        {
            lock (gate)
            {
                return [.. replaced];
            }
        }
    }

    /// <summary>The place of the next resource in the order of creation.</summary>
    public long NextOrder() => Interlocked.Increment(ref lastOrder);

    /// <summary>The resource of that type and name, or null.</summary>
    public DeployedResource? Find(string type, string name)
    {
        lock (gate)
        {
            return standing.GetValueOrDefault((type, name));
        }
    }

    /// <summary>Takes a resource in, in place of the one of its type and name.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="toGo">The one in its place, where it is yet to go.</param>
    public void Put(DeployedResource resource, DeployedResource? toGo = null)
    {
        lock (gate)
        {
            standing[(resource.Request.Type, resource.Request.Name)] = resource;
            if (toGo is not null)
            {
                replaced.Add(toGo);
            }
        }
    }

    /// <summary>Forgets a resource that is gone.</summary>
    public void Remove(DeployedResource resource)
    {
        lock (gate)
        {
            if (!replaced.Remove(resource))
            {
                standing.Remove((resource.Request.Type, resource.Request.Name));
            }
        }
    }
}
