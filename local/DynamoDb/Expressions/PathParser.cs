using System.Collections.Immutable;
using System.Globalization;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>Reads document paths, which all kinds of expressions share.</summary>
internal sealed class PathParser(TokenReader tokens, Placeholders placeholders)
{
    // Levels of a path, from the service quotas.
    private const int Deepest = 32;

    private readonly List<DocumentPath> read = [];
    private readonly List<DocumentPath> targets = [];

    /// <summary>Every path that was read.</summary>
    public IReadOnlyList<DocumentPath> All => read;

    public DocumentPath Read()
    {
        var attribute = Name();
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        while (tokens.Current.Is(".") || tokens.Current.Is("["))
        {
            steps.Add(Step());
        }

        if (steps.Count >= Deepest)
        {
            tokens.Note(Problem.OperandType, $"The document path has too many nesting elements; nesting levels: {steps.Count + 1}");
        }

        var path = new DocumentPath(attribute, steps.ToImmutable());
        read.Add(path);
        return path;
    }

    /// <summary>Reads a path that no other such path may meet: what an update changes, or a projection shows.</summary>
    public DocumentPath ReadTarget()
    {
        var path = Read();
        foreach (var other in targets)
        {
            if (other.Meets(path) is { } meeting)
            {
                var (problem, how) = meeting == PathMeeting.Conflict ? (Problem.Conflict, "conflict") : (Problem.Overlap, "overlap");
                tokens.Note(
                    problem,
                    $"Two document paths {how} with each other; must remove or rewrite one of these paths; path one: {other}, path two: "
                        + $"{path}");
            }
        }

        targets.Add(path);
        return path;
    }

    private PathStep Step()
    {
        if (tokens.TryTake("."))
        {
            return new(Name(), 0);
        }

        tokens.Demand("[");
        var step = new PathStep(null, Index());
        tokens.Demand("]");
        return step;
    }

    private string Name()
    {
        switch (tokens.Current.Kind)
        {
            case TokenKind.NamePlaceholder:
                return placeholders.Name(tokens);
            case TokenKind.Word:
                var name = tokens.Take().Text;
                if (ReservedWords.Contains(name))
                {
                    tokens.Note(Problem.ReservedWord, $"Attribute name is a reserved keyword; reserved keyword: {name}");
                }

                return name;
            default:
                throw tokens.SyntaxError();
        }
    }

    private int Index() =>
        tokens.Current.Kind != TokenKind.Number ? throw tokens.SyntaxError()
        : int.TryParse(tokens.Take().Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index
        : OutOfRange();

    private int OutOfRange()
    {
        tokens.Note(Problem.OperandType, "List index is not within the allowable range;");
        return int.MaxValue;
    }
}
