using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Local.Plans.Comparison;

/// <summary>Values of plans as Markdown: whatever they hold, they end no code, open no tag and mention nobody.</summary>
internal static partial class Markdown
{
    // A line of a comment that people still read.
    private const int Longest = 200;

    /// <summary>A text as code within a line.</summary>
    public static string Code(string text)
    {
        var fence = Fence(text, 1);
        return text.Contains('`', StringComparison.Ordinal) ? $"{fence} {text} {fence}" : $"{fence}{text}{fence}";
    }

    /// <summary>Lines as a block of code.</summary>
    public static IEnumerable<string> Block(string language, IReadOnlyList<string> lines)
    {
        var fence = Fence(string.Join('\n', lines), 3);
        return [$"{fence}{language}", .. lines, fence];
    }

    /// <summary>A change of a property, as an item of a list.</summary>
    public static IEnumerable<string> Property(PropertyChange change)
    {
        var path = Code(Shown(change.Path));
        if (change is { Before: JsonArray or null, After: JsonArray or null } && IsList(change.Before) && IsList(change.After))
        {
            return [$"- {path}: {string.Join(", ", Items("−", change.Before).Concat(Items("+", change.After)))}"];
        }

        var (before, after) = (Text(change.Before), Text(change.After));
        return IsShort(before) && IsShort(after)
            ? [$"- {path}: {(before is null ? "new" : Code(before))} → {(after is null ? "gone" : Code(after))}"]
            : [$"- {path}:", .. Block("diff", UnifiedDiff.Hunks(Lines(before), Lines(after))).Select(line => $"  {line}")];
    }

    /// <summary>A property's path without what all have.</summary>
    public static string Shown(string path) => path.StartsWith("inputs.", StringComparison.Ordinal) ? path["inputs.".Length..] : path;

    private static IEnumerable<string> Items(string sign, JsonNode? list) =>
        (list as JsonArray ?? []).Select(item => $"{sign} {Code(Text(item) ?? "null")}");

    private static bool IsList(JsonNode? node) => node is not JsonArray items || items.All(item => Text(item) is { } text && IsShort(text));

    private static bool IsShort(string? text) =>
        text is null || text.Length is > 0 and <= Longest && !text.Contains('\n', StringComparison.Ordinal);

    private static string Lines(string? text) => text is null or "" ? "" : $"{text}\n";

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        JsonObject { Count: 0 } => "{}",
        JsonArray { Count: 0 } => "[]",
        _ => PlanYaml.Text(node).TrimEnd('\n'),
    };

    private static string Fence(string text, int least) =>
        new('`', Math.Max(least, Backticks().Matches(text).Select(match => match.Length + 1).DefaultIfEmpty(0).Max()));

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();
}
