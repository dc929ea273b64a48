using System.Text.Json;
using CompatGenerator.Declarations;
using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes a class of arguments.</summary>
internal static class InputClassWriter
{
    public static void Write(CodeWriter code, string name, string baseClass, IReadOnlyList<Property> properties, CSharpTypes types)
        => code.Block($"public sealed class {name} : global::Pulumi.{baseClass}", () =>
        {
            foreach (var property in properties)
            {
                WriteProperty(code, property, types);
            }

            WriteConstructor(code, name, properties);
        });

    /// <summary>Arguments of a function that takes plain values, not inputs.</summary>
    public static void WritePlain(CodeWriter code, string name, IReadOnlyList<Property> properties, CSharpTypes types)
        => code.Block($"public sealed class {name} : global::Pulumi.InvokeArgs", () =>
        {
            foreach (var property in properties)
            {
                if (property.Type is not NamedType)
                {
                    throw new GeneratorException($"'{name}.{property.Wire}': only simple arguments of functions can be generated so far");
                }

                var type = types.Plain(property.Type, property.Number);
                code.Line($"{Attribute(property)} " + (property.Required
                    ? $"public {type} {property.Name} {{ get; set; }}{(type == "string" ? " = null!;" : "")}"
                    : $"public {type}? {property.Name} {{ get; set; }}"));
            }

            WriteConstructor(code, name, properties);
        });

    private static void WriteConstructor(CodeWriter code, string name, IReadOnlyList<Property> properties)
    {
        var defaults = properties.Where(property => property.Default is not null).ToList();
        if (defaults.Count > 0)
        {
            code.Wrapped($"public {name}() {{ ", defaults.Select(property => $"{property.Name} = {Default(property)};"), " ", " }");
        }
    }

    private static void WriteProperty(CodeWriter code, Property property, CSharpTypes types)
    {
        var type = types.Input(property.Type, property.Number);
        if (!property.IsCollection && !property.Secret)
        {
            code.Line($"{Attribute(property)} public {type}{(property.Required ? "" : "?")} {property.Name} {{ get; set; "
                + $"}}{(property.Required ? " = null!;" : "")}");
            return;
        }

        if (property is { Secret: true, IsCollection: true })
        {
            throw new GeneratorException($"'{property.Wire}' is a secret collection; how to mark one is not written yet");
        }

        var field = $"_{property.Wire}";
        code.Line($"{Attribute(property)} private {type}? {field};");
        var obsolete = property.Deprecated ? """[Obsolete("Deprecated by the provider.")] """ : "";
        code.Line(property.IsCollection
            ? $"{obsolete}public {type} {property.Name} {{ get => {field} ??= new {type}(); set => {field} = value; }}"
            : $"{obsolete}public {type}? {property.Name} {{ get => {field}; set => {field} = Utilities.Secret(value); }}");
    }

    private static string Attribute(Property property)
        => $"[Input(\"{property.Wire}\"{(property.Required ? ", required: true" : "")}{(property.Json ? ", json: true" : "")})]";

    private static string Default(Property property)
    {
        var value = property.Default!;
        var constant = value.Value switch
        {
            null => null,
            { ValueKind: JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number or JsonValueKind.String } json => json
                .GetRawText(),
            var json => throw new GeneratorException($"no C# is known for '{property.Wire}''s default {json}"),
        };
        if (value.Environment.Count == 0)
        {
            return constant!;
        }

        if (property.Type is not NamedType { Name: "string" })
        {
            throw new GeneratorException(
                $"'{property.Wire}' takes its default from the environment and is not a string; how to read one is not written yet");
        }

        var environment = $"Utilities.GetEnv({string.Join(", ", value.Environment.Select(name => $"\"{name}\""))})";
        return constant is null ? $"{environment}!" : $"{environment} ?? {constant}";
    }
}
