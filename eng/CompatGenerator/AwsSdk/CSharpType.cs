using CompatGenerator.AwsSdk.Schemas;

namespace CompatGenerator.AwsSdk;

/// <summary>How a member's type is spelled in C#, read and written.</summary>
internal sealed record CSharpType
{
    /// <summary>As the property's type: <c>int?</c>, <c>Dictionary&lt;string, Event&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As an element's type: values cannot be null there.</summary>
    public required string ElementName { get; init; }

    public bool Collection { get; init; }

    /// <summary>The class that reads an element.</summary>
    public required string ElementReader { get; init; }

    /// <summary>The method that writes the property.</summary>
    public string WriteMethod { get; init; } = "Member";

    /// <summary>What writes the elements of a collection: a delegate of writer and element.</summary>
    public string? ElementWriter { get; init; }

    /// <summary>An expression for what reads the property.</summary>
    public required string ReaderInstance { get; init; }

    /// <summary>An expression for what reads an element.</summary>
    public required string ElementReaderInstance { get; init; }

    /// <returns>Null when the type is not supported.</returns>
    public static CSharpType? From(SchemaType type, string? enumeration, Func<string> number) => type switch
    {
        StringType when enumeration is not null => Simple(enumeration, "StringUnmarshaller") with { ElementName = "string" },
        StringType => Simple("string", "StringUnmarshaller"),
        BooleanType => Value("bool", "Bool"),
        NumberType => number() switch
        {
            "int" => Value("int", "Int"),
            "long" => Value("long", "Long"),
            "double" => Value("double", "Double"),
            _ => null,
        },
        TimestampType => Value("DateTime", "DateTime") with { WriteMethod = "EpochSeconds" },
        Iso8601Type => Value("DateTime", "DateTime") with { WriteMethod = "Iso8601" },
        BlobType => Simple("MemoryStream", "MemoryStreamUnmarshaller"),
        StructureType structure => Simple(structure.Name, $"StructureUnmarshaller<{structure.Name}>"),
        ListType list when From(list.Element, enumeration, number) is { } element => List(element),
        MapType map when From(map.Value, enumeration, number) is { } element => Map(element),
        _ => null,
    };

    private static CSharpType Simple(string name, string reader) => new()
    {
        Name = name,
        ElementName = name,
        ElementReader = reader,
        ReaderInstance = $"{reader}.Instance",
        ElementReaderInstance = $"{reader}.Instance",
    };

    private static CSharpType Value(string name, string reader) => Simple(name, $"{reader}Unmarshaller") with
    {
        Name = $"{name}?",
        ReaderInstance = $"Nullable{reader}Unmarshaller.Instance",
    };

    private static CSharpType List(CSharpType element)
        => Collected(element, $"List<{element.ElementName}>", $"JsonListUnmarshaller<{element.ElementName}, {element.ElementReader}>", "");

    private static CSharpType Map(CSharpType element) => Collected(
        element, $"Dictionary<string, {element.ElementName}>",
        $"JsonDictionaryUnmarshaller<string, {element.ElementName}, StringUnmarshaller, {element.ElementReader}>",
        "StringUnmarshaller.Instance, ");

    private static CSharpType Collected(CSharpType element, string name, string reader, string keyReader)
    {
        var instance = $"new {reader}({keyReader}{element.ElementReaderInstance})";
        return new CSharpType
        {
            Name = name,
            ElementName = name,
            Collection = true,
            ElementReader = reader,
            ReaderInstance = instance,
            ElementReaderInstance = instance,
            ElementWriter = element.ElementWriter is { } inner
                ? $"static (writer, value) => writer.Value(value, {inner})"
                : "JsonValues.Value",
        };
    }
}
