using System.Globalization;
using DiffPlex;
using DiffPlex.Model;

namespace Engagement.Local.Plans;

/// <summary>The difference between two texts in the form that <c>diff -u</c>, git and code review tools show.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="name">The file's path.</param>
    /// <param name="before">Text before; LF line ends.</param>
    /// <param name="after">Text after.</param>
    /// <returns>Lines, of which none ends in a line end; empty where there is no difference.</returns>
    public static IReadOnlyList<string> Between(string name, string before, string after)
    {
        var hunks = Hunks(before, after);
        return hunks.Count == 0 ? [] : [$"--- a/{name}", $"+++ b/{name}", .. hunks];
    }

    /// <summary>The same without the names of the files.</summary>
    public static IReadOnlyList<string> Hunks(string before, string after)
    {
        var difference = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, LinesOf);
        var lines = new List<string>();
        foreach (var blocks in Neighbours(difference.DiffBlocks))
        {
            lines.AddRange(Hunk(difference, blocks));
        }

        return lines;
    }

    /// <summary>A line as a terminal that has colours shows it: what is gone in red, what is new in green.</summary>
    public static string Coloured(string line) => line switch
    {
        ['-', '-', '-', ' ', ..] or ['+', '+', '+', ' ', ..] => $"\u001b[1m{line}\u001b[0m",
        ['@', ..] => $"\u001b[36m{line}\u001b[0m",
        ['-', ..] => $"\u001b[31m{line}\u001b[0m",
        ['+', ..] => $"\u001b[32m{line}\u001b[0m",
        _ => line,
    };

    // Differences whose contexts touch are shown together.
    private static List<List<DiffBlock>> Neighbours(IList<DiffBlock> blocks)
    {
        var hunks = new List<List<DiffBlock>>();
        foreach (var block in blocks)
        {
            if (hunks.Count > 0 && hunks[^1][^1] is var last && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) <= 2 * Context)
            {
                hunks[^1].Add(block);
            }
            else
            {
                hunks.Add([block]);
            }
        }

        return hunks;
    }

    private static List<string> Hunk(DiffResult difference, List<DiffBlock> blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var start = Math.Max(0, first.DeleteStartA - Context);
        var end = Math.Min(difference.PiecesOld.Length, last.DeleteStartA + last.DeleteCountA + Context);
        var startAfter = first.InsertStartB - (first.DeleteStartA - start);
        var endAfter = last.InsertStartB + last.InsertCountB + (end - last.DeleteStartA - last.DeleteCountA);
        var lines = new List<string> { $"@@ -{Range(start, end)} +{Range(startAfter, endAfter)} @@" };
        var at = start;
        foreach (var block in blocks)
        {
            lines.AddRange(difference.PiecesOld[at..block.DeleteStartA].Select(line => $" {line}"));
            at = block.DeleteStartA + block.DeleteCountA;
            lines.AddRange(difference.PiecesOld[block.DeleteStartA..at].Select(line => $"-{line}"));
            lines.AddRange(difference.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)].Select(line => $"+{line}"));
        }

        lines.AddRange(difference.PiecesOld[at..end].Select(line => $" {line}"));
        return lines;
    }

    // What follows the last line end is no line.
    private static string[] LinesOf(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static string Range(int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{(end > start ? start + 1 : start)},{end - start}");
}
