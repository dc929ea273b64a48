using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes TypeScript types as the C# SDK does, seen from a module.</summary>
internal sealed class CSharpTypes(Naming naming, string module, Position position)
{
    private bool IsOutput => position == Position.Output;

    /// <summary>Of a value that is there: <c>string</c>, <c>ImmutableArray&lt;Outputs.X&gt;</c>.</summary>
    public string Plain(TypeShape type, string number) => type.Unwrapped() switch
    {
        NamedType named => Named(named, number),
        ArrayType array => $"ImmutableArray<{Plain(array.Element, number)}>",
        DictionaryType map => $"ImmutableDictionary<string, {Plain(map.Value, number)}>",
        UnionType union => Union(union, number),
        var other => throw new GeneratorException($"no C# type is known for {other}"),
    };

    /// <summary>Of a value that may be absent, which an immutable array shows by being a default one.</summary>
    public string Optional(TypeShape type, string number) => type is ArrayType ? Plain(type, number) : $"{Plain(type, number)}?";

    /// <summary>
    /// Of an argument: <c>Input&lt;string&gt;</c>, <c>InputList&lt;Inputs.XArgs&gt;</c>, <c>InputUnion&lt;string, E&gt;</c>.
    /// </summary>
    public string Input(TypeShape type, string number) => type.Unwrapped() switch
    {
        ArrayType array => $"InputList<{Plain(array.Element, number)}>",
        DictionaryType map => $"InputMap<{Plain(map.Value, number)}>",
        UnionType union when Plain(union, number) is var plain && plain.StartsWith("Union<", StringComparison.Ordinal) => $"Input{plain}",
        UnionType union when Plain(union, number) == "object" => "object", // More than two kinds of value: the SDK gives up on types.
        var single => $"Input<{Plain(single, number)}>",
    };

    private string Named(NamedType named, string number) => named.Name switch
    {
        "string" => "string",
        "boolean" => "bool",
        "number" => number,
        "any" => "object",
        "pulumi.asset.Archive" => "Archive",
        _ when named.Name.StartsWith("inputs.", StringComparison.Ordinal)
            || named.Name.StartsWith("outputs.", StringComparison.Ordinal) => Nested(named.Name),
        _ when named.Name.StartsWith("enums.", StringComparison.Ordinal) => Enum(named.Name),
        _ when !named.Name.Contains('.', StringComparison.Ordinal) => "string", // A resource: the C# SDK takes its id or ARN alone.
        _ => throw new GeneratorException($"no C# type is known for '{named.Name}'"),
    };

    private string Union(UnionType union, string number)
    {
        // What a provider gives for an open enumeration is text.
        var types = union.Types.Where(
            type => !IsOutput || type is not NamedType { Name: var name } || !name.StartsWith("enums.", StringComparison.Ordinal));
        var names = types.Select(type => Plain(type, number)).Distinct().ToList();
        return names switch
        {
            [var only] => only,
            [var first, var second] => $"Union<{first}, {second}>",
            _ => "object",
        };
    }

    private string Nested(string reference)
    {
        var type = NestedTypes.KeyOf(reference);
        var (folder, suffix) = position switch
        {
            Position.Output => ("Outputs", ""),
            Position.Args => ("Inputs", "Args"),
            _ => ("Inputs", "GetArgs"),
        };
        return type.Module == module
            ? $"{folder}.{type.Name}{suffix}"
            : $"{naming.Namespace(type.Module)}.{folder}.{type.Name}{suffix}";
    }

    private string Enum(string reference)
    {
        var type = NestedTypes.KeyOf(reference);
        return $"{naming.Namespace(type.Module)}.{type.Name}";
    }
}
