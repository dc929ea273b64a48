using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>
/// Writes the class of a resource: what it gives and how it is made. Looking one up, which the published class can, is left out.
/// </summary>
internal static class ResourceWriter
{
    public static void Write(CodeWriter code, ResourceModel resource, CSharpTypes types)
        => code.Block(
            $"[AwsResourceType(\"{resource.AttributeToken}\")] public partial class {resource.Name} : global::Pulumi.{resource.BaseClass}",
            () =>
            {
                foreach (var property in resource.Outputs)
                {
                    var type = property.Required
                        ? types.Plain(property.Type, property.Number)
                        : types.Optional(property.Type, property.Number);
                    code.Line($"[Output(\"{property.Wire}\")] public Output<{type}> {property.Name} {{ get; private set; }} = null!;");
                }

                var args = resource.Args.Any(property => property.Required)
                    ? $"{resource.Name}Args args"
                    : $"{resource.Name}Args? args = null";
                code.Line($"public {resource.Name}(string name, {args}, CustomResourceOptions? options = null)")
                    .Line($"    : base(\"{resource.Token}\", name, args ?? new {resource.Name}Args(), {Options(resource)}) {{ }}");
            });

    private static string Options(ResourceModel resource)
        => $"Utilities.ResourceOptions(options, {Texts(resource.Aliases)}, {Texts(resource.SecretOutputs)}, "
            + $"{Texts(resource.ReplaceOnChanges)})";

    private static string Texts(IReadOnlyList<string> texts) => $"[{string.Join(", ", texts.Select(text => $"\"{text}\""))}]";
}
