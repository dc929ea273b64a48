using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Engagement.Local.Cloud;

/// <summary>A resource as it was registered, for <c>/local/resources</c>; secrets are not in it.</summary>
internal sealed record RegisteredResource(string Type, string Name, string? Id, ImmutableSortedDictionary<string, object> Inputs);

/// <summary>What the program has registered so far.</summary>
internal sealed class ResourceGraph
{
    private const string Secret = "[secret]";

    // The engine hands over secrets as plain values, so which inputs are secret has to be known here.
    private static readonly HashSet<(string Type, string Input)> SecretInputs = [("aws:secretsmanager/secretVersion:SecretVersion", "secretString")];

    private readonly ConcurrentQueue<RegisteredResource> resources = new();

    public IReadOnlyList<RegisteredResource> Resources => [.. resources];

    public RegisteredResource Add(ResourceRequest request, string? id)
    {
        var resource = new RegisteredResource(request.Type, request.Name, id, request.Inputs.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => SecretInputs.Contains((request.Type, pair.Key)) ? Secret : pair.Value,
            StringComparer.Ordinal));
        resources.Enqueue(resource);
        return resource;
    }
}
