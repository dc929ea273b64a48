using System.Text.RegularExpressions;

namespace Infra.Tests.Writing;

/// <summary>
/// Imports are in the order that <c>.editorconfig</c> asks for. <c>dotnet format whitespace --folder</c>, which <c>.ci/run</c> runs, does
/// not look, and the whole of <c>dotnet format</c> compiles everything once more.
/// </summary>
public sealed partial class ImportTests
{
    [Fact]
    public void Imports_are_in_order_the_systems_first() => WrittenFile.AssertNone(
        from file in WrittenFile.All
        where file.Path.EndsWith(".cs", StringComparison.Ordinal)
        let imports = file.Lines.Select(line => Import().Match(line.Text)).Where(import => import.Success).Select(Rank).ToList()
        where !imports.SequenceEqual(imports.Order(StringComparer.OrdinalIgnoreCase))
        select $"{file.Path}: its imports are not in order.");

    // Namespaces, then what is static, then other names; of each the system's first.
    private static string Rank(Match import)
    {
        var kind = import.Groups["alias"].Success ? 2 : import.Groups["static"].Success ? 1 : 0;
        var name = import.Groups["name"].Value;
        var isSystem = name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
        return $"{kind}{(isSystem ? 0 : 1)}{import.Groups["alias"].Value}{name}";
    }

    [GeneratedRegex(@"^using (?<static>static )?(?<alias>\w+ = )?(?<name>[\w.<>, ]+);$", RegexOptions.CultureInvariant)]
    private static partial Regex Import();
}
