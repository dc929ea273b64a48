using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes what all generated classes share; internal, as in the published SDK.</summary>
internal static class UtilitiesWriter
{
    public static void Write(CodeWriter code, string version)
        => code.Block("internal static class Utilities", () =>
        {
            code.Line($"public const string Version = \"{version}\";").Line();
            code.Line("public static string? GetEnv(params string[] names)")
                .Line("    => names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => value is not null);").Line();
            code.Line("// A tuple with a secret is a secret, and so is what is taken from it.")
                .Line("public static Input<T>? Secret<T>(Input<T>? value)")
                .Line("    => value is null ? null : (Input<T>)Output.Tuple(value.ToOutput(), Output.CreateSecret(0)).Apply(pair => pair.Item1);").Line();
            WriteWithDefaults(code, "InvokeOptions");
            code.Line();
            WriteWithDefaults(code, "InvokeOutputOptions");
        }).Line().Block("internal sealed class AwsResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute", ()
            => code.Line("public AwsResourceTypeAttribute(string type) : base(type, Utilities.Version)").Line("{").Line("}"));

    private static void WriteWithDefaults(CodeWriter code, string options)
        => code.Block($"public static {options} WithDefaults(this {options}? options)", () => code
            .Line($"options ??= new {options}();")
            .Line("options.Version ??= Version;")
            .Line("return options;"));
}
