using Engagement.Journeys;

namespace Engagement.Definitions.Journeys;

/// <summary>
/// The ways through a journey, as a graph: its start, each step, its end, and the edges between them. The same journey always gives
/// the same graph.
/// </summary>
public sealed class JourneyGraph
{
    private const string Start = "start";
    private const string End = "done";

    private readonly List<JourneyNode> nodes = [];
    private readonly List<JourneyEdge> edges = [];

    private JourneyGraph(Journey journey)
    {
        nodes.Add(new(Start, null, JourneyNodeKind.Start, Entry(journey)));
        edges.Add(new(Start, IdOf(StepPosition.First)));
        Add(journey.Steps, StepPosition.First, End);
        nodes.Add(new(End, null, JourneyNodeKind.End, journey.Until.Count == 0 ? "end" : $"end, or {string.Join(" or ", journey.Until)}"));
    }

    /// <summary>The start, the steps in the order of the file, the end.</summary>
    public IReadOnlyList<JourneyNode> Nodes => nodes;

    /// <summary>The edges, each after the step that it begins at.</summary>
    public IReadOnlyList<JourneyEdge> Edges => edges;

    /// <summary>The graph of a journey.</summary>
    public static JourneyGraph From(Journey journey) => new(journey);

    private static string Entry(Journey journey) =>
        $"{journey.Event}{(journey.Segment is { } segment ? $", in {segment}" : "")}{(journey.Where.Count == 0 ? "" : ", where it fits")}"
            + (journey.Closed ? ", closed" : "");

    // The id of a step is its place, so that a step before or after it does not change it more than it must.
    private static string IdOf(StepPosition position) => $"s{position.Text.Replace('.', '_')}";

    private void Add(IReadOnlyList<JourneyStep> steps, StepPosition first, string after)
    {
        var position = first;
        for (var i = 0; i < steps.Count; i++, position = position.Next)
        {
            Add(steps[i], position, i + 1 < steps.Count ? IdOf(position.Next) : after);
        }
    }

    private void Add(JourneyStep step, StepPosition position, string after)
    {
        var id = IdOf(position);
        switch (step)
        {
            case JourneyStep.Send send:
                nodes.Add(new(id, position, JourneyNodeKind.Send, $"send {send.Template}"));
                edges.Add(new(id, after));
                break;
            case JourneyStep.Wait wait:
                nodes.Add(new(id, position, JourneyNodeKind.Wait, $"wait {JourneyTimesReader.Text(wait.Time)}"));
                edges.Add(new(id, after));
                break;
            case JourneyStep.If branch:
                nodes.Add(new(id, position, JourneyNodeKind.If, Question(branch.Condition)));
                AddWay(id, "yes", branch.Then, position.Branch(true), after);
                AddWay(id, "no", branch.Else, position.Branch(false), after);
                break;
            case JourneyStep.Split split:
                nodes.Add(new(id, position, JourneyNodeKind.Split, "by chance"));
                for (var i = 0; i < split.Shares.Count; i++)
                {
                    AddWay(id, $"{split.Shares[i].Percent} %", split.Shares[i].Steps, position.Share(i), after);
                }

                break;
        }
    }

    private void AddWay(string from, string label, IReadOnlyList<JourneyStep> steps, StepPosition first, string after)
    {
        edges.Add(new(from, steps.Count == 0 ? after : IdOf(first), label));
        Add(steps, first, after);
    }

    private static string Question(JourneyCondition condition) => condition switch
    {
        JourneyCondition.Did did => $"did {did.Event}?",
        JourneyCondition.IsIn isIn => $"in {isIn.Segment}?",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No branch has such a condition."),
    };
}
