using CompatGenerator.Declarations;
using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>Writes an enumeration of texts as the SDK does: a structure with a static property for each known value.</summary>
internal static class EnumWriter
{
    public static void Write(CodeWriter code, string name, Declaration declaration)
        => code.Block($"[EnumType] public readonly struct {name} : IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;");
            code.Line($"private {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));");
            foreach (var member in declaration.Members)
            {
                WriteValue(code, name, member);
            }

            code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);")
                .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);")
                .Line($"public static explicit operator string({name} value) => value._value;")
                .Line($"[EditorBrowsable(EditorBrowsableState.Never)] public override bool Equals(object? obj) => obj is {name} other && "
                    + "Equals(other);")
                .Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);")
                .Line("[EditorBrowsable(EditorBrowsableState.Never)] public override int GetHashCode() => _value?.GetHashCode() ?? 0;")
                .Line("public override string ToString() => _value;");
        });

    private static void WriteValue(CodeWriter code, string name, Member member)
    {
        if (member.Type is not LiteralType { Value: { } value })
        {
            throw new GeneratorException($"the value '{name}.{member.Name}' is not a constant");
        }

        var obsolete = member.Deprecated ? """[Obsolete("Deprecated by the provider.")] """ : "";
        code.Line($"{obsolete}public static {name} {member.Name} {{ get; }} = new {name}({value.GetRawText()});");
    }
}
