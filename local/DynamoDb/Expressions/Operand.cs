using System.Collections.Immutable;
using System.Globalization;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>What a condition compares.</summary>
internal abstract record Operand
{
    /// <summary>Its type, where the expression alone tells it.</summary>
    public virtual string? Type => null;

    /// <summary>Its value in that item; null where the item lacks it.</summary>
    public abstract AttributeValue? In(ImmutableDictionary<string, AttributeValue> item);
}

internal sealed record PathOperand(DocumentPath Path) : Operand
{
    public override AttributeValue? In(ImmutableDictionary<string, AttributeValue> item) => Path.Find(item);
}

internal sealed record ConstantOperand(AttributeValue Value) : Operand
{
    public override string Type => Value.Type;

    public override AttributeValue? In(ImmutableDictionary<string, AttributeValue> item) => Value;
}

/// <summary><c>size(operand)</c>: characters of a text, bytes, or elements.</summary>
internal sealed record SizeOperand(Operand Measured) : Operand
{
    public override string Type => "N";

    public override AttributeValue? In(ImmutableDictionary<string, AttributeValue> item) => SizeOf(Measured.In(item)) is { } size
        ? new NumberValue(DynamoNumber.Parse(size.ToString(CultureInfo.InvariantCulture)))
        : null;

    private static int? SizeOf(AttributeValue? value) => value switch
    {
        TextValue text => text.Text.Length,
        BinaryValue binary => binary.Size,
        SetValue set => set.Elements.Count,
        ListValue list => list.Elements.Count,
        MapValue map => map.Members.Count,
        _ => null,
    };
}
