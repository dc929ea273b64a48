using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;

namespace Infra.Tests.Policies.Scanners;

/// <summary>
/// The tables of <c>docs/decisions/security-rules.md</c>: the first column names rules, the last of the second table what holds them.
/// </summary>
internal static partial class RulesPage
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "decisions", "security-rules.md"));

    /// <summary>The rules that fire, and may.</summary>
    public static IReadOnlySet<string> Accepted { get; } = Rows("Accepted")
        .SelectMany(row => Code(row[0]))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Rule → class names of what holds it.</summary>
    public static ILookup<string, string> Held { get; } = (
        from row in Rows("Held")
        from rule in Code(row[0])
        from holder in Code(row[^1])
        select (rule, holder)).ToLookup(pair => pair.rule, pair => pair.holder, StringComparer.Ordinal);

    /// <summary>Rules that stand in more than one row.</summary>
    public static IEnumerable<string> Repeated => Rows("Accepted").Concat(Rows("Held")).SelectMany(row => Code(row[0]))
        .GroupBy(rule => rule, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    // Without heading and rule.
    private static IEnumerable<string[]> Rows(string section) => Lines
        .SkipWhile(line => line != $"## {section}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|'));

    private static IEnumerable<string> Code(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
