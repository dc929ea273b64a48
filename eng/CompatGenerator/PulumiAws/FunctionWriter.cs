using CompatGenerator.Declarations;
using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes a function of the provider with its arguments and result, all three in one file as the published SDK has them.</summary>
internal static class FunctionWriter
{
    public static void Write(CodeWriter code, string function, IReadOnlyList<Declaration> declarations, Script script, Naming naming)
    {
        var name = Naming.Pascal(function);
        var properties = (string declaration) =>
            Properties(declarations.SingleOrDefault(candidate => candidate.Name == declaration), naming);
        var (args, result) = (properties($"{name}Args"), properties($"{name}Result"));
        WriteClass(code, name, script.Token, optional: args.All(property => !property.Required));
        InputClassWriter.WritePlain(code, $"{name}Args", args, new CSharpTypes(naming, "", Position.Args));
        InputClassWriter.Write(
            code,
            $"{name}InvokeArgs",
            "InvokeArgs",
            properties($"{name}OutputArgs"),
            new CSharpTypes(naming, "", Position.Args));
        OutputClassWriter.Write(code, $"{name}Result", result, new CSharpTypes(naming, "", Position.Output));
    }

    private static void WriteClass(CodeWriter code, string name, string token, bool optional)
        => code.Block($"public static class {name}", () =>
        {
            var (nullable, unset) = optional ? ("?", " = null") : ("", "");
            code.Line($"public static Task<{name}Result> InvokeAsync({name}Args{nullable} args{unset}, InvokeOptions? options = null)")
                .Line($"    => global::Pulumi.Deployment.Instance.InvokeAsync<{name}Result>(\"{token}\", args ?? new {name}Args(), "
                    + "options.WithDefaults());")
                .Line($"public static Output<{name}Result> Invoke({name}InvokeArgs{nullable} args{unset}, InvokeOptions? options = null)")
                .Line($"    => global::Pulumi.Deployment.Instance.Invoke<{name}Result>(\"{token}\", args ?? new {name}InvokeArgs(), "
                    + "options.WithDefaults());")
                .Line($"public static Output<{name}Result> Invoke({name}InvokeArgs args, InvokeOutputOptions options)")
                .Line($"    => global::Pulumi.Deployment.Instance.Invoke<{name}Result>(\"{token}\", args ?? new {name}InvokeArgs(), "
                    + "options.WithDefaults());");
        });

    private static IReadOnlyList<Property> Properties(Declaration? declaration, Naming naming)
        => [.. (declaration?.Members ?? []).Select(member => new Property
        {
            Wire = member.Name,
            Name = naming.PropertyName(declaration!.Name, member.Name),
            Type = member.Type.Unwrapped().Present(),
            Required = !member.Optional && !member.Type.Unwrapped().IsOptional(),
            Deprecated = member.Deprecated,
            Number = naming.Number(declaration.Name, member.Name),
        })];
}
