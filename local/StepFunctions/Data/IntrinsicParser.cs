using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Data;

/// <summary>An argument of an intrinsic function.</summary>
internal abstract record IntrinsicArgument
{
    public abstract JsonNode? In(StateData data);
}

internal sealed record ConstantArgument(JsonNode? Value) : IntrinsicArgument
{
    public override JsonNode? In(StateData data) => Value?.DeepClone();
}

internal sealed record PathArgument(string Path) : IntrinsicArgument
{
    public override JsonNode? In(StateData data) => data.Find(Path, "States function");
}

internal sealed record FunctionArgument(string Name, IReadOnlyList<IntrinsicArgument> Arguments) : IntrinsicArgument
{
    public override JsonNode? In(StateData data) => IntrinsicFunctions.Call(Name, [.. Arguments.Select(argument => argument.In(data))]);
}

/// <summary>Reads <c>States.Name(argument, …)</c>.</summary>
internal sealed partial class IntrinsicParser
{
    // Functions within functions, by the developer guide.
    private const int DeepestNesting = 10;

    private readonly string text;
    private int position;
    private int nesting;

    private IntrinsicParser(string text) => this.text = text;

    /// <exception cref="FormatException">It is malformed, or names a function that this cloud does not have.</exception>
    public static IntrinsicArgument Parse(string text)
    {
        var parser = new IntrinsicParser(text);
        var function = parser.Argument();
        return function is FunctionArgument && parser.position == text.Length
            ? function
            : throw new FormatException($"'{text}' is neither a path nor an intrinsic function");
    }

    private IntrinsicArgument Argument()
    {
        var token = Token().Match(text, position);
        if (!token.Success)
        {
            throw new FormatException($"'{text}' is not an intrinsic function: unexpected text at {position}");
        }

        position += token.Length;
        return token.Groups["function"] is { Success: true } function ? Function(function.Value)
            : token.Groups["path"] is { Success: true } path ? Path(path.Value)
            : token.Groups["text"] is { Success: true } quoted ? new ConstantArgument(Escape().Replace(quoted.Value, "$1"))
            : Literal(token.Groups["literal"].Value);
    }

    private static PathArgument Path(string path)
    {
        JsonPathQuery.Check(path.StartsWith("$$", StringComparison.Ordinal) ? path[1..] : path);
        return new(path);
    }

    private ConstantArgument Literal(string literal) => WireJson.IsValid(literal)
        ? new(WireJson.Parse(literal))
        : throw new FormatException($"'{text}' is not an intrinsic function: {literal} is not a number");

    private FunctionArgument Function(string name)
    {
        if (!IntrinsicFunctions.Exists(name))
        {
            throw new FormatException($"The intrinsic function {name} is not done by this local cloud");
        }

        if (++nesting > DeepestNesting)
        {
            throw new FormatException($"'{text}' nests more than {DeepestNesting} intrinsic functions");
        }

        var arguments = new List<IntrinsicArgument>();
        while (!Take(')'))
        {
            if (arguments.Count > 0 && !Take(','))
            {
                throw new FormatException($"'{text}' is not an intrinsic function: a comma or bracket is missing at {position}");
            }

            arguments.Add(Argument());
        }

        nesting--;
        return new(name, arguments);
    }

    private bool Take(char character)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        var found = position < text.Length && text[position] == character;
        position += found ? 1 : 0;
        return found;
    }

    [
        GeneratedRegex(
            @"\G\s*((?<function>States\.[A-Za-z0-9]+)\(|(?<path>\$(\[[^\]]*\]|[^,()\s\[])*)|'(?<text>([^'\\]|\\.)*)'|"
                + @"(?<literal>-?[0-9]+(\.[0-9]+)?|true|false|null))",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
    ]
    private static partial Regex Token();

    // Braces keep their backslash: States.Format reads them.
    [GeneratedRegex(@"\\([^{}])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
