using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>A condition, and every path in it.</summary>
internal sealed record ParsedCondition(ItemCondition Condition, IReadOnlyList<DocumentPath> Paths);

/// <summary>Reads condition, filter and key condition expressions: NOT binds closer than AND, AND closer than OR.</summary>
internal sealed class ConditionParser
{
    // Operands of IN, the first included.
    private const int MostOperands = 100;

    private static readonly HashSet<string> Comparators = ["=", "<>", "<", "<=", ">", ">="];
    private static readonly ItemCondition Nothing = new ExistsCondition(new("", []), Exists: true);

    private readonly TokenReader tokens;
    private readonly ConditionFunctions functions;
    private readonly Placeholders placeholders;
    private readonly PathParser paths;

    private ConditionParser(TokenReader tokens, Placeholders placeholders) =>
        (this.tokens, this.placeholders, functions, paths) = (tokens, placeholders, new(tokens), new(tokens, placeholders));

    /// <summary>The condition that an expression states; null where there is no expression.</summary>
    /// <param name="kind">Such as <c>ConditionExpression</c>, for the errors.</param>
    /// <param name="text">The expression.</param>
    /// <param name="placeholders">The request's.</param>
    /// <exception cref="Aws.AwsException">It is malformed.</exception>
    public static ParsedCondition? Parse(string kind, string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return null;
        }

        var tokens = new TokenReader(kind, text, Problems.OfConditions);
        var parser = new ConditionParser(tokens, placeholders);
        var condition = parser.ConditionOf(parser.Or());
        tokens.Finish();
        return new(condition, parser.paths.All);
    }

    private Term Or()
    {
        tokens.Deepen();
        var left = And();
        while (tokens.TryTake("OR"))
        {
            left = new(new OrCondition(ConditionOf(left), ConditionOf(And())));
        }

        return left;
    }

    private Term And()
    {
        var left = Not();
        while (tokens.TryTake("AND"))
        {
            left = new(new AndCondition(ConditionOf(left), ConditionOf(Not())));
        }

        return left;
    }

    private Term Not() => tokens.TryTake("NOT") ? new(new NotCondition(ConditionOf(Not()))) : Comparison();

    private Term Comparison()
    {
        var left = Primary();
        ItemCondition? condition = tokens.TryTake("BETWEEN") ? Between(left)
            : tokens.TryTake("IN") ? In(left)
            : Comparators.Contains(tokens.Current.Text) ? Compared(left)
            : null;
        tokens.EndCondition();
        return condition is null ? left : new(condition);
    }

    private ComparisonCondition Compared(Term term)
    {
        var comparison = tokens.Take().Text;
        var (left, right) = (OperandOf(term), OperandOf(Primary()));
        functions.CheckDistinct(comparison, [left, right]);
        if (comparison is not ("=" or "<>"))
        {
            functions.CheckOrdered(comparison, left, right);
        }

        return new(left, comparison, right);
    }

    private BetweenCondition Between(Term term)
    {
        var (tested, lower) = (OperandOf(term), OperandOf(Primary()));
        tokens.Demand("AND");
        var upper = OperandOf(Primary());
        functions.CheckOrdered("BETWEEN", tested, lower, upper);
        functions.CheckBounds(lower, upper);
        return new(tested, lower, upper);
    }

    private InCondition In(Term term)
    {
        var candidates = Arguments();
        if (candidates.Length + 1 > MostOperands)
        {
            tokens.Note(
                Problem.OperandCount, $"The IN operator is provided with too many operands; number of operands: {candidates.Length + 1}");
        }

        return new(OperandOf(term), candidates);
    }

    private Term Primary()
    {
        if (tokens.TryTake("("))
        {
            var inner = Or();
            tokens.Demand(")");
            if (inner.InParentheses)
            {
                tokens.Note(Problem.Parentheses, "The expression has redundant parentheses;");
            }

            return inner with { InParentheses = true };
        }

        return tokens.Current.Kind == TokenKind.Word && tokens.Following.Is("(") ? Function()
            : tokens.Current.Kind == TokenKind.ValuePlaceholder ? new(new ConstantOperand(placeholders.Value(tokens)))
            : new(new PathOperand(paths.Read()));
    }

    private Term Function()
    {
        var name = tokens.Take().Text;
        return functions.Read(name, Arguments()) with { Function = name };
    }

    private ImmutableArray<Operand> Arguments()
    {
        tokens.Demand("(");
        var arguments = ImmutableArray.CreateBuilder<Operand>();
        do
        {
            tokens.Deepen();
            arguments.Add(OperandOf(Primary()));
        }
        while (tokens.TryTake(","));
        tokens.Demand(")");
        return arguments.ToImmutable();
    }

    /// <summary>What stands where a condition has to.</summary>
    private ItemCondition ConditionOf(Term term)
    {
        if (term.Condition is null && term.Function is null)
        {
            throw tokens.SyntaxError();
        }

        return term.Condition ?? Misused(term, Nothing);
    }

    /// <summary>What stands where a value has to.</summary>
    private Operand OperandOf(Term term)
    {
        if (term.Operand is null && term.Function is null)
        {
            throw tokens.SyntaxError();
        }

        return term.Operand ?? Misused(term, new ConstantOperand(new BooleanValue(true)));
    }

    private T Misused<T>(Term term, T instead)
    {
        tokens.Note(Problem.FunctionUse, $"The function is not allowed to be used this way in an expression; function: {term.Function}");
        return instead;
    }
}
