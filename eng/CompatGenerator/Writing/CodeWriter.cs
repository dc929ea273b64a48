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

    public override string ToString() => text.ToString();
}
