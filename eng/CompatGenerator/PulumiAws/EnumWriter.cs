using CompatGenerator.Declarations;
using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes an enumeration of texts as the SDK does: a structure with a static property for each known value.</summary>
internal static class EnumWriter
{
    public static void Write(CodeWriter code, string name, Declaration declaration)
        => code.Line("[EnumType]").Block($"public readonly struct {name} : IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;").Line();
            code.Block($"private {name}(string value)", () => code.Line("_value = value ?? throw new ArgumentNullException(nameof(value));"));
            foreach (var member in declaration.Members)
            {
                WriteValue(code, name, member);
            }

            code.Line()
                .Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);").Line()
                .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);").Line()
                .Line($"public static explicit operator string({name} value) => value._value;").Line()
                .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);").Line()
                .Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);").Line()
                .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                .Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;").Line()
                .Line("public override string ToString() => _value;");
        });

    private static void WriteValue(CodeWriter code, string name, Member member)
    {
        if (member.Type is not LiteralType { Value: { } value })
        {
            throw new GeneratorException($"the value '{name}.{member.Name}' is not a constant");
        }

        code.Line();
        if (member.Deprecated)
        {
            code.Line("""[Obsolete("Deprecated by the provider.")]""");
        }

        code.Line($"public static {name} {member.Name} {{ get; }} = new {name}({value.GetRawText()});");
    }
}
