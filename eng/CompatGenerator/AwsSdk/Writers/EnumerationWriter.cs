using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>An enumeration as the SDK has it: a class over text that also takes values which are not known yet.</summary>
internal static class EnumerationWriter
{
    public static void Write(CodeWriter code, Enumeration enumeration)
    {
        var name = enumeration.Name;
        code.Block($"public class {name} : ConstantClass", () =>
        {
            foreach (var value in enumeration.Values.Order(StringComparer.Ordinal))
            {
                code.Line($"public static readonly {name} {Identifier(value)} = new {name}(\"{value}\");");
            }

            code.Line($"public {name}(string value) : base(value) {{ }}");
            code.Line($"public static {name} FindValue(string value) => FindValue<{name}>(value);");
            code.Line($"public static implicit operator {name}(string value) => FindValue(value);");
        });
    }

    private static string Identifier(string value) =>
        string.Concat(value.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
}
