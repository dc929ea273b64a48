using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>One change of an item.</summary>
/// <param name="Path">What it changes.</param>
internal abstract record UpdateAction(DocumentPath Path)
{
    /// <summary>Whether an item that is not there comes to be by it.</summary>
    public virtual bool Creates => true;

    /// <summary>Type of what it assigns, where the expression alone tells it.</summary>
    public virtual string? Type => null;

    /// <summary>What stands there afterwards, computed from the item before the whole update; null where nothing does.</summary>
    public abstract AttributeValue? In(ImmutableDictionary<string, AttributeValue> before);
}

internal sealed record SetAction(DocumentPath Path, UpdateValue Value) : UpdateAction(Path)
{
    public override string? Type => Value.Type;

    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> before) => Value.In(before);
}

internal sealed record RemoveAction(DocumentPath Path) : UpdateAction(Path)
{
    public override bool Creates => false;

    public override AttributeValue? In(ImmutableDictionary<string, AttributeValue> before) => null;
}

/// <summary><c>ADD</c>: to a number, or elements to a set.</summary>
internal sealed record AddAction(DocumentPath Path, AttributeValue Value) : UpdateAction(Path)
{
    public override string Type => Value.Type;

    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> before) => (Path.Find(before), Value) switch
    {
        (null, _) => Value,
        (NumberValue present, NumberValue more) => new NumberValue(present.Number.Plus(more.Number)),
        (SetValue present, SetValue more) when present.Type == more.Type =>
            present with { Elements = present.Elements.Union(more.Elements) },
        _ => throw UpdateValue.WrongType(),
    };
}

/// <summary><c>DELETE</c>: elements of a set; a set that has none left goes.</summary>
internal sealed record DeleteAction(DocumentPath Path, AttributeValue Value) : UpdateAction(Path)
{
    public override bool Creates => false;

    public override string Type => Value.Type;

    public override AttributeValue? In(ImmutableDictionary<string, AttributeValue> before) => (Path.Find(before), Value) switch
    {
        (null, _) => null,
        (SetValue present, SetValue less) when present.Type == less.Type =>
            present.Elements.Except(less.Elements) is { Count: > 0 } left ? present with { Elements = left } : null,
        _ => throw UpdateValue.WrongType(),
    };
}
