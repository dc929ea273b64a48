using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes what all generated classes share; internal, as in the published SDK.</summary>
internal static class UtilitiesWriter
{
    public static void Write(CodeWriter code, string version)
    {
        code.Block("internal static class Utilities", () =>
        {
            code.Line($"public const string Version = \"{version}\";");
            code.Line(
                "public static string? GetEnv(params string[] names) => "
                    + "names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => value is not null);");
            code.Line("// A tuple with a secret is a secret, and so is what is taken from it.")
                .Line("public static Input<T>? Secret<T>(Input<T>? value)")
                .Line(
                    "    => value is null ? null : (Input<T>)Output.Tuple(value.ToOutput(), Output.CreateSecret(0)).Apply(pair => "
                        + "pair.Item1);");
            WriteResourceOptions(code);
            WriteWithDefaults(code, "InvokeOptions");
            WriteWithDefaults(code, "InvokeOutputOptions");
        });
        code.Line(
            "internal sealed class AwsResourceTypeAttribute(string type) : global::Pulumi.ResourceTypeAttribute(type, Utilities.Version);");
    }

    private static void WriteResourceOptions(CodeWriter code)
        => code.Block(
            "public static CustomResourceOptions ResourceOptions(CustomResourceOptions? options, string[] aliases, string[] secrets, "
                + "string[] replacing)",
            () =>
                code.Line("var defaults = new CustomResourceOptions { Version = Version };")
                    .Line("defaults.Aliases.AddRange(aliases.Select(alias => (Input<Alias>)new Alias { Type = alias }));")
                    .Line("defaults.AdditionalSecretOutputs.AddRange(secrets);")
                    .Line("defaults.ReplaceOnChanges.AddRange(replacing);")
                    .Line("var merged = CustomResourceOptions.Merge(defaults, options);")
                    .Line("merged.Id = \"\";")
                    .Line("return merged;"));

    private static void WriteWithDefaults(CodeWriter code, string options)
        => code.Block($"public static {options} WithDefaults(this {options}? options)", () => code
            .Line($"options ??= new {options}();")
            .Line("options.Version ??= Version;")
            .Line("return options;"));
}
