using System.Collections.Immutable;
using System.Globalization;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>Reads document paths and what else all kinds of expressions share.</summary>
internal sealed class PathParser(TokenReader tokens, Placeholders placeholders)
{
    /// <summary>Whether a path begins here.</summary>
    public bool IsNext => tokens.Current.Kind is TokenKind.Word or TokenKind.NamePlaceholder;

    public DocumentPath Read()
    {
        var attribute = Name();
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        while (true)
        {
            if (tokens.TryTake("."))
            {
                steps.Add(new(Name(), 0));
            }
            else if (tokens.TryTake("["))
            {
                steps.Add(new(null, Index()));
                tokens.Demand("]");
            }
            else
            {
                return new(attribute, steps.ToImmutable());
            }
        }
    }

    private string Name()
    {
        switch (tokens.Current.Kind)
        {
            case TokenKind.NamePlaceholder:
                return placeholders.Name(tokens);
            case TokenKind.Word when ReservedWords.Contains(tokens.Current.Text):
                throw tokens.Invalid($"Attribute name is a reserved keyword; reserved keyword: {tokens.Current.Text}");
            case TokenKind.Word:
                return tokens.Take().Text;
            default:
                throw tokens.SyntaxError();
        }
    }

    private int Index() =>
        tokens.Current.Kind == TokenKind.Number && int.TryParse(tokens.Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? Taken(index)
            : throw tokens.SyntaxError();

    private int Taken(int index)
    {
        tokens.Take();
        return index;
    }
}
