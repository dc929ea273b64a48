using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>
/// What a deployment would change, as Markdown for a comment on a pull request. A change that several environments share stands once, under
/// their names. At the top stands what customers can no longer unsubscribe from, and what changes of journeys do to them. Under each title
/// comes first what concerns security, then what is replaced and removed, and the rest folded away.
/// </summary>
internal static class PlanSummary
{
    // GitHub takes 65,536 characters a comment; what comes around this one needs some.
    private const int LongestComment = 60_000;

    /// <param name="before">Plans as they are accepted now, by environment.</param>
    /// <param name="after">Plans as they would be.</param>
    public static string Write(IReadOnlyDictionary<string, JsonObject> before, IReadOnlyDictionary<string, JsonObject> after)
    {
        var environments = EnvironmentChanges.Between(before, after);
        var transactional = TransactionalMessages.Changes(before, after).ToList();
        // Values of resources are in the difference of the plans. Charts are nowhere else.
        string[] texts =
        [
            Text(environments, People(withCharts: true), withDetails: true),
            Shortened(withCharts: true),
            Shortened(withCharts: false),
        ];
        return texts.FirstOrDefault(text => text.Length <= LongestComment) ?? texts[^1];

        string Shortened(bool withCharts) =>
            $"{Text(environments, People(withCharts), withDetails: false)}\n"
                + "Too long for a comment: the values are in the difference of `plans/`.\n";

        List<string> People(bool withCharts) => [.. transactional, .. JourneySummary.Changes(before, after, withCharts)];
    }

    private static string Text(
        IReadOnlyList<EnvironmentChanges> environments, IReadOnlyList<string> people, bool withDetails)
    {
        IEnumerable<string> lines =
        [
            "## Infrastructure", "",
            .. Overview(environments),
            .. people,
            .. environments.Select(environment => environment.Note).OfType<string>().SelectMany(note => (string[])["", note]),
            .. Shared(environments).SelectMany(section => Section(section.Title, section.Changes, withDetails)),
        ];
        return $"{string.Join('\n', lines)}\n";
    }

    private static IEnumerable<string> Overview(IReadOnlyList<EnvironmentChanges> environments) =>
        environments.All(environment => environment.Changes.Count == 0)
            ? [$"No change in {string.Join(", ", environments.Select(environment => Markdown.Code(environment.Environment)))}."]
            :
            [
                "| environment | added | changed | replaced | removed | concerns security |",
                "| --- | ---: | ---: | ---: | ---: | ---: |",
                .. environments.Select(Row),
            ];

    private static string Row(EnvironmentChanges environment)
    {
        var kinds = Enum.GetValues<ChangeKind>()
            .Select(kind => environment.Changes.Count(change => change.Type.Length > 0 && change.Kind == kind));
        var relevant = environment.Changes.Count(change => SecurityRelevance.Find(change).Count > 0);
        return $"| {environment.Environment} | {string.Join(" | ", kinds)} | {relevant} |";
    }

    // Changes are the same when they read the same. What most environments share comes first.
    private static IEnumerable<(string Title, IReadOnlyList<ResourceChange> Changes)> Shared(
        IReadOnlyList<EnvironmentChanges> environments) =>
        environments.SelectMany(environment => environment.Changes, (environment, change) => (environment.Environment, Change: change))
            .GroupBy(each => (each.Change.Kind, string.Join('\n', Change(each.Change, withDetails: true))))
            .Select(same => (Environments: same.Select(each => each.Environment).ToList(), same.First().Change))
            .GroupBy(each => (each.Environments.Count, Title: string.Join(", ", each.Environments)), each => each.Change)
            .OrderByDescending(section => section.Key.Count)
            .ThenBy(section => section.Key.Title, StringComparer.Ordinal)
            .Select(section => (section.Key.Title, (IReadOnlyList<ResourceChange>)[.. section]));

    private static IEnumerable<string> Section(string title, IReadOnlyList<ResourceChange> changes, bool withDetails)
    {
        var relevant = changes.Where(change => SecurityRelevance.Find(change).Count > 0).ToList();
        var others = changes.Except(relevant).ToList();
        return
        [
            "", $"### {title}",
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
        changes.ToList() is { Count: > 0 } part
            ? [
                "",
                $"<details><summary>{title}: {part.Count}</summary>",
                .. part.SelectMany(change => Change(change, withDetails)),
                "",
                "</details>",
            ]
            : [];

    private static IEnumerable<string> Change(ResourceChange change, bool withDetails)
    {
        var concerns = SecurityRelevance.Find(change);
        var what = change.Type.Length == 0 ? "part of the plan" : $"{change.Type.Split(':')[^1]}, {Markdown.Code(change.Type)}";
        var happens = change.Type.Length == 0 ? "changed" : Word(change.Kind);
        return
        [
            "",
            $"**{Markdown.Code(change.Name)}** ({what}) {happens}{(concerns.Count == 0 ? "" : $": {string.Join(", ", concerns)}")}",
            .. change.Because is { } reason ? (string[])["", $"Replaced, because {reason}."] : [],
            .. change.IsRefused
                ? (string[])["", "**It is protected: Pulumi refuses this until the protection is taken off and deployed.**"]
                : [],
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
