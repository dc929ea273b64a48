using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>What must hold of an item.</summary>
internal abstract record ItemCondition
{
    public abstract bool Holds(ImmutableDictionary<string, AttributeValue> item);
}

internal sealed record AndCondition(ItemCondition Left, ItemCondition Right) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => Left.Holds(item) && Right.Holds(item);
}

internal sealed record OrCondition(ItemCondition Left, ItemCondition Right) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => Left.Holds(item) || Right.Holds(item);
}

internal sealed record NotCondition(ItemCondition Inner) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => !Inner.Holds(item);
}

/// <summary>Something that an item lacks equals nothing and has no order, so that <c>&lt;&gt;</c> alone holds of it.</summary>
internal sealed record ComparisonCondition(Operand Left, string Operator, Operand Right) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => Holds(Left.In(item), Operator, Right.In(item));

    public static bool Holds(AttributeValue? left, string comparison, AttributeValue? right) => comparison switch
    {
        "=" => left is not null && left == right,
        "<>" => left is null || left != right,
        _ when left is null || right is null || !ScalarOrder.Comparable(left, right) => false,
        "<" => ScalarOrder.Instance.Compare(left, right) < 0,
        "<=" => ScalarOrder.Instance.Compare(left, right) <= 0,
        ">" => ScalarOrder.Instance.Compare(left, right) > 0,
        _ => ScalarOrder.Instance.Compare(left, right) >= 0,
    };
}

internal sealed record BetweenCondition(Operand Tested, Operand Lower, Operand Upper) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) =>
        ComparisonCondition.Holds(Tested.In(item), ">=", Lower.In(item))
            && ComparisonCondition.Holds(Tested.In(item), "<=", Upper.In(item));
}

internal sealed record InCondition(Operand Tested, ImmutableArray<Operand> Candidates) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) =>
        Tested.In(item) is { } tested && Candidates.Any(candidate => candidate.In(item) == tested);
}

/// <param name="Exists">Whether it has to be there, or not to be there.</param>
internal sealed record ExistsCondition(DocumentPath Path, bool Exists) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => Path.Find(item) is not null == Exists;
}

internal sealed record TypeCondition(Operand Tested, string Type) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => Tested.In(item)?.Type == Type;
}

internal sealed record BeginsWithCondition(Operand Tested, Operand Prefix) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => (Tested.In(item), Prefix.In(item)) switch
    {
        (TextValue text, TextValue prefix) => text.Text.StartsWith(prefix.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue prefix) => binary.Bytes().AsSpan().StartsWith(prefix.Bytes()),
        _ => false,
    };
}

/// <summary>A text holds another, bytes hold others, a set or list an element.</summary>
internal sealed record ContainsCondition(Operand Tested, Operand Part) : ItemCondition
{
    public override bool Holds(ImmutableDictionary<string, AttributeValue> item) => (Tested.In(item), Part.In(item)) switch
    {
        (TextValue text, TextValue part) => text.Text.Contains(part.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue part) => binary.Bytes().AsSpan().IndexOf(part.Bytes()) >= 0,
        (SetValue set, { } part) => set.Elements.Contains(part),
        (ListValue list, { } part) => list.Elements.Contains(part),
        _ => false,
    };
}
