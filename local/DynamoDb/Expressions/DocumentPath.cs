using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>One step into a value: a map's member by name, or a list's element by index.</summary>
/// <param name="Name">Null where the step is an index.</param>
/// <param name="Index">Counted from 0.</param>
internal readonly record struct PathStep(string? Name, int Index)
{
    public override string ToString() => Name ?? $"[{Index}]";
}

/// <summary>Where in an item something stands, such as <c>a.b[0]</c>.</summary>
/// <param name="Attribute">Name of the item's attribute.</param>
/// <param name="Steps">From there on.</param>
internal sealed record DocumentPath(string Attribute, ImmutableArray<PathStep> Steps)
{
    private IEnumerable<PathStep> All => Steps.Prepend(new(Attribute, 0));

    /// <summary>What stands there, or null.</summary>
    public AttributeValue? Find(ImmutableDictionary<string, AttributeValue> item) => Steps.Aggregate(item.GetValueOrDefault(Attribute), (value, step) => (value, step.Name) switch
    {
        (MapValue map, { } name) => map.Members.GetValueOrDefault(name),
        (ListValue list, null) when step.Index < list.Elements.Count => list.Elements[step.Index],
        _ => null,
    });

    /// <summary>The item with this value there; an index beyond a list's end appends.</summary>
    /// <exception cref="Aws.AwsException">There is nothing that could hold it.</exception>
    public ImmutableDictionary<string, AttributeValue> Set(ImmutableDictionary<string, AttributeValue> item, AttributeValue value) =>
        item.SetItem(Attribute, Steps.IsEmpty ? value : Change(item.GetValueOrDefault(Attribute), 0, value)!);

    /// <summary>The item without what stands there.</summary>
    /// <exception cref="Aws.AwsException">Nothing holds it.</exception>
    public ImmutableDictionary<string, AttributeValue> Remove(ImmutableDictionary<string, AttributeValue> item) =>
        Steps.IsEmpty ? item.Remove(Attribute) : item.SetItem(Attribute, Change(item.GetValueOrDefault(Attribute), 0, null)!);

    /// <summary>Whether one of the two stands at or within the other.</summary>
    public bool Overlaps(DocumentPath other) => All.Zip(other.All).All(pair => pair.First == pair.Second);

    public override string ToString() => $"[{string.Join(", ", All)}]";

    private AttributeValue? Change(AttributeValue? holder, int depth, AttributeValue? value)
    {
        var step = Steps[depth];
        var last = depth == Steps.Length - 1;
        switch (holder)
        {
            case MapValue map when step.Name is { } name:
                var member = last ? value : Change(map.Members.GetValueOrDefault(name), depth + 1, value);
                return new MapValue(member is null ? map.Members.Remove(name) : map.Members.SetItem(name, member));
            case ListValue list when step.Name is null && step.Index >= list.Elements.Count:
                return !last ? throw Unholdable() : value is null ? list : new ListValue(list.Elements.Add(value));
            case ListValue list when step.Name is null:
                var element = last ? value : Change(list.Elements[step.Index], depth + 1, value);
                return new ListValue(element is null ? list.Elements.RemoveAt(step.Index) : list.Elements.SetItem(step.Index, element));
            default:
                throw Unholdable();
        }
    }

    private static Aws.AwsException Unholdable() => DynamoError.Validation("The document path provided in the update expression is invalid for update");
}
