using System.Text;

namespace CompatGenerator.Writing;

/// <summary>Collects C# lines with indentation; blocks are put in braces.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
        return this;
    }

    /// <param name="tail">What follows the closing brace: <c>;</c> after an expression.</param>
    public CodeWriter Block(string head, Action body, string tail = "")
    {
        Line(head).Line("{");
        depth++;
        body();
        depth--;
        return Line($"}}{tail}");
    }

    /// <summary>
    /// Writes the items between <paramref name="head"/> and <paramref name="tail"/>, on as few lines as 140 columns allow.
    /// </summary>
    public CodeWriter Wrapped(string head, IEnumerable<string> items, string separator, string tail)
    {
        var line = new StringBuilder(head);
        foreach (var (index, item) in items.Index())
        {
            line.Append(index == 0 ? "" : separator);
            if (depth * 4 + line.Length + item.Length > 140 && line.Length > 4)
            {
                Line(line.ToString().TrimEnd());
                line.Clear().Append(' ', 4);
            }

            line.Append(item);
        }

        return Line(line.Append(tail).ToString());
    }

    public override string ToString() => text.ToString();
}
