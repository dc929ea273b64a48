using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>The tokens of one expression, read from left to right, and the errors of that expression in DynamoDB's words.</summary>
internal sealed partial class TokenReader
{
    private readonly string kind;
    private readonly List<Token> tokens;
    private int position;

    /// <param name="kind">Such as <c>ConditionExpression</c>.</param>
    /// <param name="text">The expression.</param>
    /// <exception cref="AwsException">It is empty, or holds a character that no token begins with.</exception>
    public TokenReader(string kind, string text)
    {
        this.kind = kind;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Invalid("The expression can not be empty;");
        }

        tokens = [.. Pattern().Matches(text).Where(match => !match.Groups["space"].Success).Select(Read)];
        tokens.Add(new(TokenKind.End, "<EOF>", text.Length));
        if (tokens.FindIndex(token => token.Kind == TokenKind.End) is var bad && bad < tokens.Count - 1)
        {
            position = bad;
            throw SyntaxError();
        }
    }

    public Token Current => tokens[position];

    public Token Following => tokens[Math.Min(position + 1, tokens.Count - 1)];

    public bool AtEnd => position == tokens.Count - 1;

    public Token Take() => AtEnd ? throw SyntaxError() : tokens[position++];

    /// <summary>Takes the current token if it is this word or symbol.</summary>
    public bool TryTake(string word)
    {
        if (!Current.Is(word))
        {
            return false;
        }

        position++;
        return true;
    }

    /// <summary>Takes this word or symbol.</summary>
    /// <exception cref="AwsException">The current token is another.</exception>
    public void Demand(string word)
    {
        if (!TryTake(word))
        {
            throw SyntaxError();
        }
    }

    /// <summary>The current token has no place there.</summary>
    public AwsException SyntaxError()
    {
        var near = string.Join(' ', tokens.Skip(Math.Max(0, position - 1)).Take(position == 0 ? 2 : 3).Where(token => token.Start < tokens[^1].Start || token.Text != "<EOF>").Select(token => token.Text));
        return Invalid($"Syntax error; token: \"{Current.Text}\", near: \"{near}\"");
    }

    public AwsException Invalid(string problem) => DynamoError.Validation($"Invalid {kind}: {problem}");

    private static Token Read(Match match)
    {
        var text = match.Value;
        return new(
            match.Groups["word"].Success ? TokenKind.Word
            : match.Groups["name"].Success ? TokenKind.NamePlaceholder
            : match.Groups["value"].Success ? TokenKind.ValuePlaceholder
            : match.Groups["number"].Success ? TokenKind.Number
            : match.Groups["symbol"].Success ? TokenKind.Symbol
            : TokenKind.End,
            text,
            match.Index);
    }

    [GeneratedRegex(@"(?<space>\s+)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<number>[0-9]+)|(?<symbol><>|<=|>=|[=<>(),.\[\]+-])|.", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
