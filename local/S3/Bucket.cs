using System.Collections.Immutable;

namespace Engagement.Local.S3;

/// <summary>A bucket and its objects.</summary>
internal sealed class Bucket(string name)
{
    private ImmutableSortedDictionary<string, StoredObject> objects =
        ImmutableSortedDictionary<string, StoredObject>.Empty.WithComparers(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>The policy, JSON: what it denies to everybody, and what it allows beside the callers' own policies.</summary>
    public string? Policy { get; set; }

    /// <summary>All objects, in the order of their keys.</summary>
    public IReadOnlyCollection<StoredObject> Objects => [.. objects.Values];

    /// <summary>An object by its key; null where there is none.</summary>
    public StoredObject? Find(string key) => objects.GetValueOrDefault(key);

    /// <summary>Writes an object, in place of one of that key.</summary>
    public void Put(StoredObject stored) =>
        ImmutableInterlocked.Update(ref objects, (present, added) => present.SetItem(added.Key, added), stored);
}
