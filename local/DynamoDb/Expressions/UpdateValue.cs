using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>What <c>SET</c> assigns, computed from the item as it was before the update.</summary>
internal abstract record UpdateValue
{
    /// <summary>Its type, where the expression alone tells it.</summary>
    public virtual string? Type => null;

    public abstract AttributeValue In(ImmutableDictionary<string, AttributeValue> item);

    public static Aws.AwsException WrongType() => DynamoError.Validation("An operand in the update expression has an incorrect data type");
}

internal sealed record ConstantValue(AttributeValue Value) : UpdateValue
{
    public override string Type => Value.Type;

    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> item) => Value;
}

internal sealed record PathValue(DocumentPath Path) : UpdateValue
{
    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> item) =>
        Path.Find(item) ?? throw DynamoError.Validation("The provided expression refers to an attribute that does not exist in the item");
}

internal sealed record IfNotExistsValue(DocumentPath Path, UpdateValue Otherwise) : UpdateValue
{
    public override string? Type => Otherwise.Type;

    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> item) => Path.Find(item) ?? Otherwise.In(item);
}

internal sealed record ListAppendValue(UpdateValue First, UpdateValue Second) : UpdateValue
{
    public override string Type => "L";

    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> item) =>
        (First.In(item), Second.In(item)) is (ListValue first, ListValue second)
        ? new ListValue(first.Elements.AddRange(second.Elements))
        : throw WrongType();
}

internal sealed record ArithmeticValue(UpdateValue Left, bool Adds, UpdateValue Right) : UpdateValue
{
    public override string Type => "N";

    public override AttributeValue In(ImmutableDictionary<string, AttributeValue> item) =>
        (Left.In(item), Right.In(item)) is (NumberValue left, NumberValue right)
        ? new NumberValue(Adds ? left.Number.Plus(right.Number) : left.Number.Minus(right.Number))
        : throw WrongType();
}
