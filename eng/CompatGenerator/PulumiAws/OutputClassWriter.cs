using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes a class of read-only fields, filled by its constructor.</summary>
internal static class OutputClassWriter
{
    public static void Write(CodeWriter code, string name, IReadOnlyList<Property> properties, CSharpTypes types)
    {
        string Type(Property property) =>
            property.Required ? types.Plain(property.Type, property.Number) : types.Optional(property.Type, property.Number);
        code.Block($"[OutputType] public sealed class {name}", () =>
        {
            foreach (var property in properties)
            {
                code.Line($"public readonly {Type(property)} {property.Name};");
            }

            code.Wrapped(
                $"[OutputConstructor] private {name}(",
                properties.Select(property => $"{Type(property)} {Identifier(property.Wire)}"),
                ", ",
                ")");
            code.Wrapped("{ ", properties.Select(property => $"{property.Name} = {Identifier(property.Wire)};"), " ", " }");
        });
    }

    // A keyword becomes a name by an @ before it; where none is needed it changes nothing.
    private static string Identifier(string name) => $"@{name}";
}
