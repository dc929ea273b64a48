using System.Text;

namespace Engagement.Definitions.Journeys;

/// <summary>
/// Draws a journey as a flowchart of Mermaid. The same journey always gives the same text, and a changed step changes its own lines alone.
/// </summary>
public sealed class JourneyChart
{
    private const string End = "done";

    private readonly StringBuilder nodes = new();
    private readonly StringBuilder arrows = new();

    private JourneyChart()
    {
    }

    /// <summary>The chart, without the fence of a code block; each line ends with a line feed.</summary>
    public static string Draw(Journey journey)
    {
        var chart = new JourneyChart();
        chart.Node("start", "([", Entry(journey), "])");
        chart.Arrow("start", "s0");
        chart.Draw(journey.Steps, "s", End);
        chart.Node(End, "([", journey.Until.Count == 0 ? "end" : $"end, or {string.Join(" or ", journey.Until)}", "])");
        return $"flowchart TD\n{chart.nodes}{chart.arrows}";
    }

    private static string Entry(Journey journey) =>
        $"{journey.Event}{(journey.Segment is { } segment ? $", in {segment}" : "")}{(journey.Where.Count == 0 ? "" : ", where it fits")}"
            + (journey.Closed ? ", closed" : "");

    // The id of a step is its place, so that a step before or after it does not change it more than it must.
    private void Draw(IReadOnlyList<JourneyStep> steps, string prefix, string after)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            Draw(steps[i], $"{prefix}{i}", i + 1 < steps.Count ? $"{prefix}{i + 1}" : after);
        }
    }

    private void Draw(JourneyStep step, string id, string after)
    {
        switch (step)
        {
            case JourneyStep.Send send:
                Node(id, "[", $"send {send.Template}", "]");
                Arrow(id, after);
                break;
            case JourneyStep.Wait wait:
                Node(id, "[/", $"wait {JourneyTimesReader.Text(wait.Time)}", "/]");
                Arrow(id, after);
                break;
            case JourneyStep.If branch:
                Node(id, "{", Question(branch.Condition), "}");
                Way(id, "yes", branch.Then, $"{id}_then_", after);
                Way(id, "no", branch.Else, $"{id}_else_", after);
                break;
            case JourneyStep.Split split:
                Node(id, "{{", "by chance", "}}");
                for (var i = 0; i < split.Shares.Count; i++)
                {
                    Way(id, $"{split.Shares[i].Percent} %", split.Shares[i].Steps, $"{id}_{i}_", after);
                }

                break;
        }
    }

    private static string Question(JourneyCondition condition) => condition switch
    {
        JourneyCondition.Did did => $"did {did.Event}?",
        JourneyCondition.IsIn isIn => $"in {isIn.Segment}?",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No branch has such a condition."),
    };

    private void Way(string from, string label, IReadOnlyList<JourneyStep> steps, string prefix, string after)
    {
        Arrow(from, steps.Count == 0 ? after : $"{prefix}0", label);
        Draw(steps, prefix, after);
    }

    private void Node(string id, string open, string label, string close) =>
        nodes.Append("  ").Append(id).Append(open).Append('"').Append(Escaped(label)).Append('"').Append(close).Append('\n');

    private void Arrow(string from, string to, string? label = null) =>
        arrows.Append("  ").Append(from).Append(label is null ? " --> " : $" -- \"{label}\" --> ").Append(to).Append('\n');

    // Mermaid's own escapes: names of events may hold these.
    private static string Escaped(string label) => label.Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("&", "#amp;", StringComparison.Ordinal)
        .Replace("%", "#37;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal)
        .Replace("`", "#96;", StringComparison.Ordinal);
}
