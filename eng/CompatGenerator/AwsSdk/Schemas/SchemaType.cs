using System.Text.Json.Serialization;

namespace CompatGenerator.AwsSdk.Schemas;

/// <summary>A member's type as it travels.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StringType), "string")]
[JsonDerivedType(typeof(NumberType), "number")]
[JsonDerivedType(typeof(BooleanType), "boolean")]
[JsonDerivedType(typeof(BlobType), "blob")]
[JsonDerivedType(typeof(TimestampType), "timestamp")]
[JsonDerivedType(typeof(Iso8601Type), "iso8601")]
[JsonDerivedType(typeof(StructureType), "structure")]
[JsonDerivedType(typeof(ListType), "list")]
[JsonDerivedType(typeof(MapType), "map")]
[JsonDerivedType(typeof(OtherType), "other")]
internal abstract record SchemaType;

/// <summary>Text; enumerations too.</summary>
internal sealed record StringType : SchemaType;

/// <summary>Any number: schemas do not tell integers from others.</summary>
internal sealed record NumberType : SchemaType;

internal sealed record BooleanType : SchemaType;

internal sealed record BlobType : SchemaType;

/// <summary>An instant in the protocol's default form, epoch seconds.</summary>
internal sealed record TimestampType : SchemaType;

/// <summary>An instant as ISO 8601 text.</summary>
internal sealed record Iso8601Type : SchemaType;

internal sealed record StructureType(string Name) : SchemaType;

internal sealed record ListType(SchemaType Element) : SchemaType;

/// <summary>Keys are text.</summary>
internal sealed record MapType(SchemaType Value) : SchemaType;

/// <summary>Something that no listed operation has needed so far.</summary>
internal sealed record OtherType : SchemaType;
