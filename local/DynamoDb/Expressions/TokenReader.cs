using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>The tokens of one expression, read from left to right, and the errors of that expression in DynamoDB's words.</summary>
internal sealed partial class TokenReader
{
    // From the service quotas.
    private const int LongestExpression = 4096;
    private const int LongestPlaceholder = 255;
    private const int MostOperators = 300;
    private static readonly HashSet<string> Operators = new(
        ["=", "<>", "<", "<=", ">", ">=", "AND", "OR", "NOT", "BETWEEN", "IN", "+", "-"], StringComparer.OrdinalIgnoreCase);

    private readonly string kind;
    private readonly List<Token> tokens;
    private readonly Problems problems;
    private int position;

    /// <param name="kind">Such as <c>ConditionExpression</c>.</param>
    /// <param name="text">The expression.</param>
    /// <param name="order">The order in which problems are told.</param>
    /// <exception cref="AwsException">It is empty, too long, or holds a character that no token begins with.</exception>
    public TokenReader(string kind, string text, Problem[] order)
    {
        this.kind = kind;
        problems = new(order);
        CheckLength(text);
        tokens = [.. Pattern().Matches(text).Where(match => !match.Groups["space"].Success).Select(Read)];
        tokens.Add(new(TokenKind.End, "<EOF>", text.Length));
        if (tokens.FindIndex(token => token.Kind == TokenKind.End) is var bad && bad < tokens.Count - 1)
        {
            position = bad;
            throw SyntaxError();
        }

        CheckTokens();
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

    /// <summary>Refuses an expression that nests so deeply that to read it would take more memory than there is.</summary>
    public void Deepen()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Invalid("The expression is nested too deeply;");
        }
    }

    public void Note(Problem problem, string text) => problems.Note(problem, text);

    public void EndCondition() => problems.EndCondition();

    /// <summary>Demands the end of the expression, and that nothing was wrong with it.</summary>
    public void Finish()
    {
        if (!AtEnd)
        {
            throw SyntaxError();
        }

        if (problems.First() is { } problem)
        {
            throw Invalid(problem);
        }
    }

    /// <summary>The current token has no place there.</summary>
    public AwsException SyntaxError()
    {
        var near =
            string.Join(
                ' ',
                tokens.Skip(Math.Max(0, position - 1))
                    .Take(position == 0 ? 2 : 3)
                    .Where(token => token.Start < tokens[^1].Start || token.Text != "<EOF>")
                    .Select(token => token.Text));
        return Invalid($"Syntax error; token: \"{Current.Text}\", near: \"{near}\"");
    }

    private AwsException Invalid(string problem) => DynamoError.Validation($"Invalid {kind}: {problem}");

    private void CheckLength(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Invalid("The expression can not be empty;");
        }

        if (Encoding.UTF8.GetByteCount(text) is var size and > LongestExpression)
        {
            throw Invalid($"Expression size has exceeded the maximum allowed size; expression size: {size}");
        }
    }

    private void CheckTokens()
    {
        if (tokens.Find(token =>
            token.Kind is TokenKind.NamePlaceholder or TokenKind.ValuePlaceholder
                && token.Text.Length > LongestPlaceholder) is { Text: { } placeholder })
        {
            throw Invalid(
                $"The expression contains a placeholder that is longer than {LongestPlaceholder} characters; placeholder: "
                    + $"{placeholder[..20]}…");
        }

        if (tokens.Count(token => token.Kind is TokenKind.Word or TokenKind.Symbol && Operators.Contains(token.Text)) > MostOperators)
        {
            throw Invalid($"The expression contains too many operators; operator count: {MostOperators + 1}");
        }
    }

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

    [
        GeneratedRegex(
            @"(?<space>[ \t\r\n]+)|(?<word>[A-Za-z][A-Za-z0-9_]*)|(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<number>[0-9]+)|"
                + @"(?<symbol><>|<=|>=|[=<>(),.\[\]+-])|.",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline)
    ]
    private static partial Regex Pattern();
}
