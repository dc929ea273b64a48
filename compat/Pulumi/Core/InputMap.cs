using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Pulumi;

/// <summary>A map of inputs by text keys; itself an input, and it takes dictionaries and outputs of them.</summary>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Output<ImmutableDictionary<string, Input<V>>> entries;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<V>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> entries)
        : base(Flatten(entries))
        => this.entries = entries;

    private protected override IOutput Elements => entries;

    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A key may be added again with an equal value; with a different one the map fails when it is read.</summary>
    public void Add(string key, Input<V> value)
        => Change(entries.Apply(map => map.TryGetValue(key, out var existing) ? map.SetItem(key, Same(key, existing, value)) : map.Add(key, value)));

    public void Add(InputMap<V> values) => AddRange(values);

    public void AddRange(InputMap<V> values)
        => Change(Output.Tuple(entries, values.entries).Apply(both => both.Item1.AddRange(both.Item2)));

    /// <summary>A new map; the second one's values win.</summary>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
        => new(Output.Tuple(first.entries, second.entries).Apply(both => both.Item1.SetItems(both.Item2)));

    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await OutputValue.GetValueAsync(whenUnknown: ImmutableDictionary<string, V>.Empty))
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"An InputMap cannot be enumerated synchronously: its values may not exist yet. Use {nameof(GetAsyncEnumerator)}.");

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => Output.Create(values);

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => Output.Create(values);

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values)
        => values.Apply(map => map.ToImmutableDictionary());

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values)
        => values.Apply(map => map.ToImmutableDictionary());

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values)
        => new(values.Apply(map => map?.ToImmutableDictionary(entry => entry.Key, entry => (Input<V>)entry.Value)!));

    private static Input<V> Same(string key, Input<V> existing, Input<V> added)
        => Output.Tuple(existing, added).Apply(both => EqualityComparer<V>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"The map already holds another value under '{key}'."));

    private static Output<ImmutableDictionary<string, V>> Flatten(Output<ImmutableDictionary<string, Input<V>>> entries)
        => entries.Apply(map => map is null
            ? Output.Create(default(ImmutableDictionary<string, V>)!)
            : Output.All(map.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
                .Apply(pairs => ImmutableDictionary.CreateRange(pairs)));

    private void Change(Output<ImmutableDictionary<string, Input<V>>> changed)
    {
        entries = changed;
        OutputValue = Flatten(changed);
    }
}
