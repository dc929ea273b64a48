using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes the class of a resource.</summary>
internal static class ResourceWriter
{
    public static void Write(CodeWriter code, ResourceModel resource, CSharpTypes types)
        => code.Line($"[AwsResourceType(\"{resource.AttributeToken}\")]").Block($"public partial class {resource.Name} : global::Pulumi.{resource.BaseClass}", () =>
        {
            foreach (var property in resource.Outputs)
            {
                var type = property.Required ? types.Plain(property.Type, property.Number) : types.Optional(property.Type, property.Number);
                code.Line($"[Output(\"{property.Wire}\")]").Line($"public Output<{type}> {property.Name} {{ get; private set; }} = null!;").Line();
            }

            WriteConstructor(code, resource);
            WriteOptions(code, resource);
            if (!resource.IsProvider)
            {
                WriteGet(code, resource);
            }
        });

    private static void WriteConstructor(CodeWriter code, ResourceModel resource)
    {
        var args = resource.Args.Any(property => property.Required) ? $"{resource.Name}Args args" : $"{resource.Name}Args? args = null";
        code.Line($"public {resource.Name}(string name, {args}, CustomResourceOptions? options = null)")
            .Line($"    : base(\"{resource.Token}\", name, args ?? new {resource.Name}Args(), MakeResourceOptions(options, \"\"))")
            .Line("{").Line("}").Line();
    }

    private static void WriteGet(CodeWriter code, ResourceModel resource)
        => code.Line()
            .Line($"private {resource.Name}(string name, Input<string> id, {resource.Name}State? state = null, CustomResourceOptions? options = null)")
            .Line($"    : base(\"{resource.Token}\", name, state, MakeResourceOptions(options, id))")
            .Line("{").Line("}").Line()
            .Line($"public static {resource.Name} Get(string name, Input<string> id, {resource.Name}State? state = null, CustomResourceOptions? options = null)")
            .Line($"    => new {resource.Name}(name, id, state, options);");

    private static void WriteOptions(CodeWriter code, ResourceModel resource)
        => code.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
        {
            code.Line("var defaults = new CustomResourceOptions { Version = Utilities.Version };");
            AddAll(code, "Aliases", resource.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = \"{alias}\" }}"));
            AddAll(code, "AdditionalSecretOutputs", resource.SecretOutputs.Select(name => $"\"{name}\""));
            AddAll(code, "ReplaceOnChanges", resource.ReplaceOnChanges.Select(path => $"\"{path}\""));
            code.Line("var merged = CustomResourceOptions.Merge(defaults, options);")
                .Line("merged.Id = id ?? merged.Id;")
                .Line("return merged;");
        });

    private static void AddAll(CodeWriter code, string list, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            code.Line($"defaults.{list}.Add({value});");
        }
    }
}
