using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Pulumi;

/// <summary>A list of inputs; itself an input, and it takes single values, arrays, lists and outputs of them.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> elements;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements)
        : base(Flatten(elements))
        => this.elements = elements;

    private protected override IOutput Elements => elements;

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        elements = Joined(elements, inputs.elements);
        OutputValue = Flatten(elements);
    }

    /// <summary>A new list; neither of the two changes.</summary>
    public InputList<T> Concat(InputList<T> other) => new(Joined(elements, other.elements));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await OutputValue.GetValueAsync(whenUnknown: []))
        {
            yield return value;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"An InputList cannot be enumerated synchronously: its values may not exist yet. Use {nameof(GetAsyncEnumerator)}.");

    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    public static implicit operator InputList<T>(List<T> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(Output.Create(ToElements(values)));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => new(Output.Create(values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value)));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(array => ToElements([.. array])));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(list => ToElements([.. list])));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(items => ToElements([.. items])));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(ToElements));

    internal InputList<T> Clone() => new(elements);

    private static InputList<T> Of(IEnumerable<Input<T>> values) => new(Output.Create(values.ToImmutableArray()));

    private static ImmutableArray<Input<T>> ToElements(ImmutableArray<T> values)
        => values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);

    private static Output<ImmutableArray<Input<T>>> Joined(Output<ImmutableArray<Input<T>>> first, Output<ImmutableArray<Input<T>>> second)
        => Output.Tuple(first, second).Apply(both => both.Item1.AddRange(both.Item2));

    private static Output<ImmutableArray<T>> Flatten(Output<ImmutableArray<Input<T>>> elements)
        => elements.Apply(inputs => inputs.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(inputs));
}
