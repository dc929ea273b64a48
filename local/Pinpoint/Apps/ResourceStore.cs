using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>What one application has of one kind. Thread-safe.</summary>
/// <param name="kind">What it is, in the singular, such as <c>campaign</c>.</param>
/// <param name="idOf">Its id.</param>
/// <param name="end">Marks a resource that is removed, for work on it that is still under way.</param>
internal sealed class ResourceStore<T>(string kind, Func<T, string> idOf, Action<T> end)
    where T : class
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, T> resources = new(StringComparer.Ordinal);
    private int created;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
            {
                return [.. resources.Values];
            }
        }
    }

    /// <summary>One by its id.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public T Get(string id)
    {
        lock (gate)
        {
            return resources.TryGetValue(id, out var found) ? found : throw PinpointError.NotFound(kind);
        }
    }

    /// <summary>Id for the next one of an application.</summary>
    public string NextId(string applicationId) => ResourceId.From($"{applicationId}/{kind}s/{Interlocked.Increment(ref created)}");

    /// <summary>Stores a new one.</summary>
    public void Add(T resource)
    {
        lock (gate)
        {
            resources.Add(idOf(resource), resource);
        }
    }

    /// <summary>Removes one.</summary>
    public T Remove(string id)
    {
        lock (gate)
        {
            var resource = Get(id);
            end(resource);
            resources.Remove(id);
            return resource;
        }
    }

    /// <summary>Removes all of them.</summary>
    public void Clear()
    {
        foreach (var resource in All)
        {
            Remove(idOf(resource));
        }
    }
}
