namespace Arrows;

/// <summary>Folders that all reach each other, and the arrows between them.</summary>
internal sealed record Circle(IReadOnlyList<string> Folders, IReadOnlyList<Arrow> Arrows)
{
    public override string ToString() => $"{string.Join(", ", Folders)}. Its arrows: {string.Join("; ", Arrows)}";

    /// <summary>The circles of a graph: two folders are in one when each reaches the other.</summary>
    public static IReadOnlyList<Circle> In(IReadOnlyList<Arrow> arrows)
    {
        var targets = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = arrows.Select(arrow => arrow.From).Distinct().ToDictionary(folder => folder, folder => Reached(folder, targets));
        return
        [
            .. reached.Keys.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder =>
                    reached[folder]
                        .Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder))
                        .Min(StringComparer.Ordinal))
                .Select(folders =>
                    new Circle([.. folders], [.. arrows.Where(arrow => folders.Contains(arrow.From) && folders.Contains(arrow.To))])),
        ];
    }

    private static HashSet<string> Reached(string folder, ILookup<string, string> targets)
    {
        HashSet<string> reached = [];
        var waiting = new Queue<string>(targets[folder]);
        while (waiting.TryDequeue(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var target in targets[next])
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return reached;
    }
}
