namespace Conformance.Tests.Models;

/// <summary>
/// What a client's model says of a part of an answer. Shapes of parts are looked up when asked for: models refer to themselves.
/// </summary>
internal abstract record Shape;

/// <summary>Text, which may have to be one of a list.</summary>
internal sealed record TextShape(IReadOnlySet<string>? Values = null) : Shape;

internal sealed record NumberShape : Shape;

internal sealed record BooleanShape : Shape;

/// <summary>An instant: seconds since 1970 as a number, or ISO 8601 text.</summary>
internal sealed record TimeShape(bool IsText) : Shape;

/// <param name="Item">Shape of each item.</param>
/// <param name="Element">In XML, the items' name, or null where each repeats the member's own.</param>
internal sealed record ListShape(Func<Shape> Item, string? Element = null) : Shape;

/// <param name="Value">Shape of each value; keys are text.</param>
/// <param name="Keys">What keys may be, where the model lists them.</param>
/// <param name="Pair">In XML, the names of an entry's key and value.</param>
internal sealed record MapShape(Func<Shape> Value, IReadOnlySet<string>? Keys = null, (string Key, string Value) Pair = default) : Shape;

/// <param name="Members">Members by their names on the wire.</param>
internal sealed record StructureShape(IReadOnlyDictionary<string, ShapeMember> Members) : Shape
{
    public static StructureShape Empty { get; } = new(new Dictionary<string, ShapeMember>());
}

/// <summary>A member of a structure.</summary>
internal sealed record ShapeMember(Func<Shape> Shape, bool Required);
