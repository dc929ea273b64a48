using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>One change of an item.</summary>
/// <param name="Path">What it changes.</param>
internal abstract record UpdateAction(DocumentPath Path)
{
    /// <summary>Makes the change.</summary>
    /// <param name="before">The item before the whole update, which values are computed from.</param>
    /// <param name="item">The item with the changes so far.</param>
    public abstract ImmutableDictionary<string, AttributeValue> Apply(ImmutableDictionary<string, AttributeValue> before, ImmutableDictionary<string, AttributeValue> item);
}

internal sealed record SetAction(DocumentPath Path, UpdateValue Value) : UpdateAction(Path)
{
    public override ImmutableDictionary<string, AttributeValue> Apply(ImmutableDictionary<string, AttributeValue> before, ImmutableDictionary<string, AttributeValue> item) =>
        Path.Set(item, Value.In(before));
}

internal sealed record RemoveAction(DocumentPath Path) : UpdateAction(Path)
{
    public override ImmutableDictionary<string, AttributeValue> Apply(ImmutableDictionary<string, AttributeValue> before, ImmutableDictionary<string, AttributeValue> item) =>
        Path.Remove(item);
}

/// <summary><c>ADD</c>: to a number, or elements to a set.</summary>
internal sealed record AddAction(DocumentPath Path, AttributeValue Value) : UpdateAction(Path)
{
    public override ImmutableDictionary<string, AttributeValue> Apply(ImmutableDictionary<string, AttributeValue> before, ImmutableDictionary<string, AttributeValue> item) =>
        Path.Set(item, (Path.Find(before), Value) switch
        {
            (null, _) => Value,
            (NumberValue present, NumberValue more) => new NumberValue(present.Number.Plus(more.Number)),
            (SetValue present, SetValue more) when present.Type == more.Type => present with { Elements = present.Elements.Union(more.Elements) },
            _ => throw UpdateValue.WrongType(),
        });
}

/// <summary><c>DELETE</c>: elements of a set; a set that has none left goes.</summary>
internal sealed record DeleteAction(DocumentPath Path, SetValue Value) : UpdateAction(Path)
{
    public override ImmutableDictionary<string, AttributeValue> Apply(ImmutableDictionary<string, AttributeValue> before, ImmutableDictionary<string, AttributeValue> item) =>
        Path.Find(before) switch
        {
            null => item,
            SetValue present when present.Type == Value.Type => present.Elements.Except(Value.Elements) is { Count: > 0 } left
                ? Path.Set(item, present with { Elements = left })
                : Path.Remove(item),
            _ => throw UpdateValue.WrongType(),
        };
}
