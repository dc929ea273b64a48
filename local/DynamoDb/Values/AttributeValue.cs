using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Local.DynamoDb.Values;

/// <summary>A value of an attribute. Values are never changed; equal ones are equal by content.</summary>
/// <param name="Type">DynamoDB's name of the type, such as <c>S</c>.</param>
internal abstract record AttributeValue(string Type)
{
    /// <summary>Bytes it counts in its item's size, by the developer guide's "item sizes and formats".</summary>
    public abstract int Size { get; }

    /// <summary>The value alone, as it stands beside its type.</summary>
    public abstract JsonNode Content();

    /// <summary>The value with its type, as on the wire.</summary>
    public JsonObject ToJson() => new() { [Type] = Content() };
}

internal sealed record TextValue(string Text) : AttributeValue("S")
{
    public override int Size => Encoding.UTF8.GetByteCount(Text);

    public override JsonNode Content() => JsonValue.Create(Text);
}

internal sealed record NumberValue(DynamoNumber Number) : AttributeValue("N")
{
    public override int Size => Number.Size;

    public override JsonNode Content() => JsonValue.Create(Number.ToString());
}

/// <param name="Base64">The bytes; one form for equal bytes.</param>
internal sealed record BinaryValue(string Base64) : AttributeValue("B")
{
    public byte[] Bytes() => Convert.FromBase64String(Base64);

    public override int Size => Bytes().Length;

    public override JsonNode Content() => JsonValue.Create(Base64);
}

internal sealed record BooleanValue(bool Value) : AttributeValue("BOOL")
{
    public override int Size => 1;

    public override JsonNode Content() => JsonValue.Create(Value);
}

internal sealed record NullValue() : AttributeValue("NULL")
{
    public override int Size => 1;

    public override JsonNode Content() => JsonValue.Create(true);
}

internal sealed record MapValue(ImmutableDictionary<string, AttributeValue> Members) : AttributeValue("M")
{
    public override int Size => 3 + Item.SizeOf(Members) + Members.Count;

    public override JsonNode Content() => Item.ToJson(Members);

    public bool Equals(MapValue? other) =>
        other is not null
            && Members.Count == other.Members.Count
            && Members.All(member => other.Members.TryGetValue(member.Key, out var value) && value == member.Value);

    public override int GetHashCode() => Members.Aggregate(0, (code, member) => code ^ HashCode.Combine(member.Key, member.Value));
}

internal sealed record ListValue(ImmutableList<AttributeValue> Elements) : AttributeValue("L")
{
    public override int Size => 3 + Elements.Sum(element => element.Size + 1);

    public override JsonNode Content() => new JsonArray([.. Elements.Select(element => element.ToJson())]);

    public bool Equals(ListValue? other) => other is not null && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => Elements.Aggregate(0, HashCode.Combine);
}

/// <param name="Type"><c>SS</c>, <c>NS</c> or <c>BS</c>.</param>
/// <param name="Elements">At least one, all of the type's element type; their order means nothing.</param>
internal sealed record SetValue(string Type, ImmutableHashSet<AttributeValue> Elements) : AttributeValue(Type)
{
    public override int Size => Elements.Sum(element => element.Size);

    public override JsonNode Content() => new JsonArray([.. Elements.Order(ScalarOrder.Instance).Select(element => element.Content())]);

    public bool Equals(SetValue? other) => other is not null && Type == other.Type && Elements.SetEquals(other.Elements);

    public override int GetHashCode() =>
        Elements.Aggregate(Type.GetHashCode(StringComparison.Ordinal), (code, element) => code ^ element.GetHashCode());
}
