using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompatGenerator.Declarations;

/// <summary>A TypeScript type as it is written; names are not resolved.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NamedType), "name")]
[JsonDerivedType(typeof(UnionType), "union")]
[JsonDerivedType(typeof(ArrayType), "array")]
[JsonDerivedType(typeof(DictionaryType), "map")]
[JsonDerivedType(typeof(ObjectType), "object")]
[JsonDerivedType(typeof(LiteralType), "literal")]
[JsonDerivedType(typeof(UnreadType), "other")]
internal abstract record TypeShape;

/// <summary>A keyword (<c>string</c>, <c>undefined</c>) or a reference (<c>pulumi.Input&lt;T&gt;</c>).</summary>
internal sealed record NamedType(string Name, IReadOnlyList<TypeShape> Arguments) : TypeShape;

internal sealed record UnionType(IReadOnlyList<TypeShape> Types) : TypeShape;

internal sealed record ArrayType(TypeShape Element) : TypeShape;

/// <summary>A dictionary with string keys: an index signature or <c>Record</c>.</summary>
internal sealed record DictionaryType(TypeShape Value) : TypeShape;

internal sealed record ObjectType(IReadOnlyList<Member> Members) : TypeShape;

/// <summary>A constant: a string, a number or a boolean.</summary>
internal sealed record LiteralType(JsonElement? Value) : TypeShape;

/// <summary>Anything else, as its source text.</summary>
internal sealed record UnreadType(string Text) : TypeShape;
