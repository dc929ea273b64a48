using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk.Writers;

/// <summary>
/// Writes the types that the published package has and nothing here uses: their names alone. A name that is missing would hide a clash with
/// ours until a build against the published package.
/// </summary>
internal static class NameWriter
{
    public static void Write(CodeWriter code, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            code.Line(name is ['I', >= 'A' and <= 'Z', >= 'a' and <= 'z', ..] && name.Contains("Paginator", StringComparison.Ordinal)
                ? $"public interface {name} {{ }}"
                : $"public partial class {name} {{ internal {name}() {{ }} }}");
        }
    }
}
