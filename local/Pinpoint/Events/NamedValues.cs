using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Engagement.Local.Pinpoint.Events;

/// <summary>
/// Few values by name, in one array. An event has at most 40, and this cloud keeps a hundred thousand events. Dictionaries would cost
/// several times the memory.
/// </summary>
internal sealed class NamedValues<T>(KeyValuePair<string, T>[] pairs) : IReadOnlyDictionary<string, T>
{
    /// <summary>No values.</summary>
    public static NamedValues<T> None { get; } = new([]);

    public int Count => pairs.Length;

    public IEnumerable<string> Keys => pairs.Select(pair => pair.Key);

    public IEnumerable<T> Values => pairs.Select(pair => pair.Value);

    public T this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no value named '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key == key)
            {
                value = pair.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => pairs.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
