using System.Buffers;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>A cursor over a template's text.</summary>
/// <param name="text">The template.</param>
/// <param name="start">Where the text begins: one within double quotes begins inside another.</param>
/// <param name="depth">How many blocks and parentheses it already stands in.</param>
internal sealed class TemplateReader(string text, TemplatePosition start, int depth)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    private int depth = depth;

    private int line;

    private int lineStart;

    private int counted;

    /// <summary>Index of the next character.</summary>
    public int Index { get; set; }

    /// <summary>Whether everything was read.</summary>
    public bool AtEnd => Index >= text.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>What is still to be read.</summary>
    public ReadOnlySpan<char> Rest => text.AsSpan(Math.Min(Index, text.Length));

    /// <summary>How many blocks and parentheses the cursor stands in.</summary>
    public int Depth => depth;

    /// <summary>Where the next character stands.</summary>
    public TemplatePosition Position
    {
        get
        {
            if (counted > Index)
            {
                (counted, line, lineStart) = (0, 0, 0);
            }

            for (; counted < Index && counted < text.Length; counted++)
            {
                if (text[counted] == '\n')
                {
                    line++;
                    lineStart = counted + 1;
                }
            }

            return new(start.Line + line, (line == 0 ? start.Column : 1) + Index - lineStart);
        }
    }

    /// <summary>A character ahead, or NUL beyond the end.</summary>
    public char Peek(int offset) => Index + offset < text.Length ? text[Index + offset] : '\0';

    /// <summary>Text from an index up to the cursor.</summary>
    public string TextFrom(int index) => text[index..Index];

    /// <summary>Reads this text if it comes next.</summary>
    public bool TryTake(string expected)
    {
        if (!Rest.StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        Index += expected.Length;
        return true;
    }

    /// <summary>Reads this text, which must come next.</summary>
    public void Take(string expected, string inside)
    {
        if (!TryTake(expected))
        {
            throw Error($"Expected '{expected}' in {inside}, found {Found()}");
        }
    }

    /// <summary>Reads characters as long as they satisfy the test.</summary>
    public string TakeWhile(Func<char, bool> test)
    {
        var first = Index;
        while (!AtEnd && test(Current))
        {
            Index++;
        }

        return text[first..Index];
    }

    /// <summary>Reads white space, line ends included.</summary>
    public void SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            Index++;
        }
    }

    /// <summary>Reads blanks and the line end after them, or nothing where no line end follows.</summary>
    public void SkipToNextLine()
    {
        var blanks = 0;
        while (Peek(blanks) is ' ' or '\t')
        {
            blanks++;
        }

        Index += (Peek(blanks), Peek(blanks + 1)) switch
        {
            ('\r', '\n') => blanks + 2,
            ('\r' or '\n', _) => blanks + 1,
            _ => 0,
        };
    }

    /// <summary>Reads the rest of the line and its end.</summary>
    public void SkipLine()
    {
        var end = Rest.IndexOfAny(LineEnds);
        Index = end < 0 ? text.Length : Index + end;
        SkipToNextLine();
    }

    /// <summary>Enters a block, parenthesis or text; <see cref="Leave"/> ends it.</summary>
    /// <exception cref="TemplateException">There are more within each other than <see cref="TemplateLimits.Depth"/>.</exception>
    public void Enter()
    {
        if (++depth > TemplateLimits.Depth)
        {
            throw Error($"More than {TemplateLimits.Depth} blocks, parentheses and texts stand within each other");
        }
    }

    /// <summary>Leaves what was entered last.</summary>
    public void Leave() => depth--;

    /// <summary>An error at the cursor.</summary>
    public TemplateException Error(string problem) => new(problem, Position);

    /// <summary>An error at the cursor for what Velocity has and this evaluator leaves out.</summary>
    public TemplateException NotSupported(string what) => Error($"{what} is not supported by the local gateway");

    /// <summary>What comes next, for an error.</summary>
    public string Found() => AtEnd ? "the end" : $"'{Current}'";
}
