using System.Text;

namespace CompatGenerator.Writing;

/// <summary>The lines between the first and the last that differ, <c>-</c> as they are and <c>+</c> as generated.</summary>
internal static class Difference
{
    private const int LinesShown = 12;

    public static string Between(string current, string generated)
    {
        var (old, @new) = (current.Split('\n'), generated.Split('\n'));
        var shortest = Math.Min(old.Length, @new.Length);
        var head = 0;
        while (head < shortest && old[head] == @new[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shortest - head && old[^(tail + 1)] == @new[^(tail + 1)])
        {
            tail++;
        }

        var text = new StringBuilder($"  from line {head + 1}:");
        Append(text, '-', old[head..^tail]);
        Append(text, '+', @new[head..^tail]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char sign, string[] lines)
    {
        foreach (var line in lines.Take(LinesShown))
        {
            text.Append('\n').Append("  ").Append(sign).Append(' ').Append(line);
        }

        if (lines.Length > LinesShown)
        {
            text.Append('\n').Append("  ").Append(sign).Append(" … ").Append(lines.Length - LinesShown).Append(" more lines");
        }
    }
}
