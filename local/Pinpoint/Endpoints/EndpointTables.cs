namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>
/// The tables behind an <see cref="EndpointStore"/>, with changes that can be taken back. Not thread-safe; the store's lock guards it.
/// </summary>
internal sealed class EndpointTables
{
    private readonly Dictionary<string, Endpoint> endpoints = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, User> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private readonly Stack<Action> undo = new();

    /// <summary>Number of endpoints.</summary>
    public int Count => endpoints.Count;

    /// <summary>All endpoints.</summary>
    public IEnumerable<Endpoint> Endpoints => endpoints.Values;

    /// <summary>All users.</summary>
    public IEnumerable<User> Users => users.Values;

    /// <summary>An endpoint, or null.</summary>
    public Endpoint? Endpoint(string id) => endpoints.GetValueOrDefault(id);

    /// <summary>A user, or null.</summary>
    public User? User(string id) => users.GetValueOrDefault(id);

    /// <summary>The endpoint that was last made active with this address, or null.</summary>
    public string? HolderOf(string address) => addresses.GetValueOrDefault(address);

    /// <summary>Stores an endpoint, or removes it where it is null.</summary>
    public void SetEndpoint(string id, Endpoint? endpoint) => Set(endpoints, id, endpoint);

    /// <summary>Stores a user, or removes it where it is null or has no endpoint.</summary>
    public void SetUser(string id, User? user) => Set(users, id, user is { EndpointIds.Count: > 0 } ? user : null);

    /// <summary>Stores which endpoint holds an address, or that none does.</summary>
    public void SetHolder(string address, string? endpointId) => Set(addresses, address, endpointId);

    /// <summary>Makes all changes, or none where one of them throws.</summary>
    public void Change(Action changes)
    {
        undo.Clear();
        try
        {
            changes();
        }
        catch
        {
            while (undo.TryPop(out var step))
            {
                step();
            }

            throw;
        }
    }

    private void Set<T>(Dictionary<string, T> table, string key, T? value)
        where T : class
    {
        var before = table.GetValueOrDefault(key);
        undo.Push(() => Write(table, key, before));
        Write(table, key, value);
    }

    private static void Write<T>(Dictionary<string, T> table, string key, T? value)
        where T : class
    {
        if (value is null)
        {
            table.Remove(key);
        }
        else
        {
            table[key] = value;
        }
    }
}
