using System.Text;

namespace Arrows;

/// <summary>The arrows as Markdown, and what is wrong with them.</summary>
internal sealed class Drawing
{
    private readonly IReadOnlyList<Arrow> arrows;
    private readonly Projects projects;

    private Drawing(Projects projects, IReadOnlyList<Arrow> arrows, IReadOnlyList<ExplainedArrow> explained)
    {
        this.projects = projects;
        this.arrows = arrows;
        Faults = [.. Unexplained(arrows, explained), .. Needless(arrows, explained)];
    }

    /// <summary>Circles without an explanation, and explanations without a circle.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The arrows between projects as a Mermaid diagram; the functions, which never refer to each other, are one box.</summary>
    public string OfProjects
    {
        get
        {
            var lines = arrows.Select(arrow => new Arrow(Box(arrow.From), Box(arrow.To))).Where(arrow => arrow.From != arrow.To).Distinct();
            return string.Join(
                '\n',
                ["```mermaid", "flowchart LR", .. lines.Select(arrow => $"    {Node(arrow.From)} --> {Node(arrow.To)}"), "```"]);
        }
    }

    public static Drawing From(Projects projects) => From(projects, projects.Arrows(), ExplainedArrow.All);

    public static Drawing From(Projects projects, IReadOnlyList<Arrow> arrows, IReadOnlyList<ExplainedArrow> explained) =>
        new(projects, arrows, explained);

    public override string ToString()
    {
        var text = new StringBuilder().AppendJoin('\n', "# Arrows between folders", "", OfProjects).Append('\n');
        foreach (var project in projects.All)
        {
            text.AppendJoin('\n', "", $"## {project.Folder}", "", "| folder | uses |", "| --- | --- |", string.Join('\n', Rows(project)))
                .Append('\n');
        }

        return text
            .AppendJoin(
                '\n',
                "",
                "## Circles",
                "",
                Faults.Count == 0 ? "None but the explained ones." : string.Join('\n', Faults.Select(fault => $"- {fault}")))
            .ToString();
    }

    private static IEnumerable<string> Unexplained(IReadOnlyList<Arrow> arrows, IReadOnlyList<ExplainedArrow> explained) =>
        Circle.In([.. arrows.Except(explained.Select(one => one.Arrow))]).Select(circle => circle.ToString());

    private static IEnumerable<string> Needless(IReadOnlyList<Arrow> arrows, IReadOnlyList<ExplainedArrow> explained)
    {
        var circles = Circle.In(arrows);
        return explained.Where(one => !circles.Any(circle => circle.Arrows.Contains(one.Arrow)))
            .Select(one => $"Explained and in no circle: {one.Arrow}");
    }

    private IEnumerable<string> Rows(Project project) => arrows
        .Where(arrow => IsIn(arrow.From, project.Folder))
        .GroupBy(arrow => arrow.From, arrow => arrow.To)
        .Select(row => $"| `{row.Key}` | {string.Join(", ", row.Select(to => $"`{to}`"))} |");

    private static bool IsIn(string folder, string project) =>
        folder == project || folder.StartsWith(project + "/", StringComparison.Ordinal);

    private static string Node(string box) => $"{box.Replace('/', '_').Replace('.', '_')}[{box}]";

    private string Box(string folder) => folder.StartsWith("handlers/", StringComparison.Ordinal)
        ? "handlers"
        : projects.All.Select(project => project.Folder).Where(project => IsIn(folder, project)).MaxBy(project => project.Length)!;
}
