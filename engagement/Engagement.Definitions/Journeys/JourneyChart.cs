namespace Engagement.Definitions.Journeys;

/// <summary>
/// Draws a journey as a flowchart of Mermaid. The same journey always gives the same text, and a changed step changes its own lines alone.
/// </summary>
public static class JourneyChart
{
    /// <summary>The chart, without the fence of a code block; each line ends with a line feed.</summary>
    public static string Draw(Journey journey)
    {
        var graph = JourneyGraph.From(journey);
        return $"flowchart TD\n{string.Concat(graph.Nodes.Select(Line))}{string.Concat(graph.Edges.Select(Line))}";
    }

    private static string Line(JourneyNode node)
    {
        var (open, close) = node.Kind switch
        {
            JourneyNodeKind.Start or JourneyNodeKind.End => ("([", "])"),
            JourneyNodeKind.Wait => ("[/", "/]"),
            JourneyNodeKind.If => ("{", "}"),
            JourneyNodeKind.Split => ("{{", "}}"),
            _ => ("[", "]"),
        };
        return $"  {node.Id}{open}\"{Escaped(node.Label)}\"{close}\n";
    }

    private static string Line(JourneyEdge edge) =>
        $"  {edge.From}{(edge.Label is null ? " --> " : $" -- \"{edge.Label}\" --> ")}{edge.To}\n";

    // Mermaid's own escapes: names of events may hold these.
    private static string Escaped(string label) => label.Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("&", "#amp;", StringComparison.Ordinal)
        .Replace("%", "#37;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal)
        .Replace("`", "#96;", StringComparison.Ordinal);
}
