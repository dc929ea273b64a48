using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>
/// What a deployment would change, as Markdown for a comment on a pull request: in each environment what concerns security first, then what is
/// replaced and removed, and the rest folded away.
/// </summary>
internal static class PlanSummary
{
    // GitHub takes 65,536 characters a comment; what comes around this one needs some.
    private const int LongestComment = 60_000;

    private static readonly JsonObject NoPlan = [];

    /// <param name="before">Plans as they are accepted now, by environment.</param>
    /// <param name="after">Plans as they would be.</param>
    public static string Of(IReadOnlyDictionary<string, JsonObject> before, IReadOnlyDictionary<string, JsonObject> after)
    {
        var stacks = before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(stack => (Stack: stack, Changes: PlanComparison.Between(before.GetValueOrDefault(stack, NoPlan), after.GetValueOrDefault(stack, NoPlan)),
                Note: before.ContainsKey(stack) ? after.ContainsKey(stack) ? null : "This environment's plan is gone." : "This environment is new."))
            .ToList();
        string[] head = ["## Infrastructure", "", .. Overview(stacks.Select(each => (each.Stack, each.Changes)))];
        string[] all = [.. head, .. stacks.Where(each => each.Changes.Count > 0).SelectMany(each => Environment(each.Stack, each.Changes, each.Note, withDetails: true))];
        var text = Text(all);
        return text.Length <= LongestComment
            ? text
            : Text([.. head, .. stacks.Where(each => each.Changes.Count > 0).SelectMany(each => Environment(each.Stack, each.Changes, each.Note, withDetails: false)), "", "Too long for a comment: the values are in the difference of `plans/`."]);
    }

    private static string Text(IEnumerable<string> lines) => $"{string.Join('\n', lines)}\n";

    private static IEnumerable<string> Overview(IEnumerable<(string Stack, IReadOnlyList<ResourceChange> Changes)> stacks)
    {
        var rows = stacks.ToList();
        if (rows.All(row => row.Changes.Count == 0))
        {
            return [$"No change in {string.Join(", ", rows.Select(row => Markdown.Code(row.Stack)))}."];
        }

        return
        [
            "| environment | added | changed | replaced | removed | concerns security |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            .. rows.Select(row => $"| {row.Stack} | {string.Join(" | ", Enum.GetValues<ChangeKind>().Select(kind => row.Changes.Count(change => change.Type.Length > 0 && change.Kind == kind)))} | {row.Changes.Count(change => SecurityRelevance.Find(change).Count > 0)} |"),
        ];
    }

    private static IEnumerable<string> Environment(string stack, IReadOnlyList<ResourceChange> changes, string? note, bool withDetails)
    {
        var relevant = changes.Where(change => SecurityRelevance.Find(change).Count > 0).ToList();
        var others = changes.Except(relevant).ToList();
        return
        [
            "", $"### {stack}",
            .. note is null ? (string[])[] : ["", note],
            .. Part("Concerns security", relevant, withDetails),
            .. Part("Replaced", others.Where(change => change.Kind == ChangeKind.Replaced), withDetails),
            .. Part("Removed", others.Where(change => change.Kind == ChangeKind.Removed), withDetails),
            .. Folded("Added", others.Where(change => change.Kind == ChangeKind.Added), withDetails),
            .. Folded("Changed", others.Where(change => change.Kind == ChangeKind.Changed), withDetails),
        ];
    }

    private static IEnumerable<string> Part(string title, IEnumerable<ResourceChange> changes, bool withDetails) =>
        changes.ToList() is { Count: > 0 } part ? ["", $"#### {title}", .. part.SelectMany(change => Change(change, withDetails))] : [];

    private static IEnumerable<string> Folded(string title, IEnumerable<ResourceChange> changes, bool withDetails) =>
        changes.ToList() is { Count: > 0 } part ? ["", $"<details><summary>{title}: {part.Count}</summary>", .. part.SelectMany(change => Change(change, withDetails)), "", "</details>"] : [];

    private static IEnumerable<string> Change(ResourceChange change, bool withDetails)
    {
        var concerns = SecurityRelevance.Find(change);
        var what = change.Type.Length == 0 ? "part of the plan" : $"{change.Type.Split(':')[^1]}, {Markdown.Code(change.Type)}";
        return
        [
            "",
            $"**{Markdown.Code(change.Name)}** ({what}) {(change.Type.Length == 0 ? "changed" : Word(change.Kind))}{(concerns.Count == 0 ? "" : $": {string.Join(", ", concerns)}")}",
            .. change.Because is { } reason ? (string[])["", $"Replaced, because {reason}."] : [],
            .. change.IsRefused ? (string[])["", "**It is protected: Pulumi refuses this until the protection is taken off and deployed.**"] : [],
            .. withDetails ? Details(change) : [],
        ];
    }

    private static IEnumerable<string> Details(ResourceChange change) => change.Kind switch
    {
        ChangeKind.Added => ["", .. Markdown.Block("yaml", PlanYaml.Text(change.After!["inputs"]!).TrimEnd('\n').Split('\n'))],
        ChangeKind.Removed => [],
        _ => change.Properties.IsEmpty ? [] : ["", .. change.Properties.SelectMany(Markdown.Property)],
    };

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Replaced => "replaced",
        ChangeKind.Removed => "removed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such change."),
    };
}
