using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>Reads condition, filter and key condition expressions: NOT binds closer than AND, AND closer than OR.</summary>
internal sealed class ConditionParser
{
    private static readonly HashSet<string> Comparators = ["=", "<>", "<", "<=", ">", ">="];

    private readonly TokenReader tokens;
    private readonly Placeholders placeholders;
    private readonly PathParser paths;

    private ConditionParser(TokenReader tokens, Placeholders placeholders) => (this.tokens, this.placeholders, paths) = (tokens, placeholders, new(tokens, placeholders));

    /// <summary>The condition that an expression states; null where there is no expression.</summary>
    /// <param name="kind">Such as <c>ConditionExpression</c>, for the errors.</param>
    /// <param name="text">The expression.</param>
    /// <param name="placeholders">The request's.</param>
    /// <exception cref="Aws.AwsException">It is malformed.</exception>
    public static Condition? Parse(string kind, string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return null;
        }

        var tokens = new TokenReader(kind, text);
        var condition = new ConditionParser(tokens, placeholders).Or();
        return tokens.AtEnd ? condition : throw tokens.SyntaxError();
    }

    private Condition Or()
    {
        var condition = And();
        while (tokens.TryTake("OR"))
        {
            condition = new OrCondition(condition, And());
        }

        return condition;
    }

    private Condition And()
    {
        var condition = Not();
        while (tokens.TryTake("AND"))
        {
            condition = new AndCondition(condition, Not());
        }

        return condition;
    }

    private Condition Not() => tokens.TryTake("NOT") ? new NotCondition(Not()) : Primary();

    private Condition Primary()
    {
        if (tokens.TryTake("("))
        {
            var inner = Or();
            tokens.Demand(")");
            return inner;
        }

        var isFunction = tokens.Current.Kind == TokenKind.Word && tokens.Following.Is("(") && !tokens.Current.Is("size");
        return isFunction ? Function() : Comparison();
    }

    private Condition Comparison()
    {
        var left = Operand();
        if (tokens.TryTake("BETWEEN"))
        {
            var lower = Ordered("BETWEEN", Operand());
            tokens.Demand("AND");
            return new BetweenCondition(left, lower, Ordered("BETWEEN", Operand()));
        }

        if (tokens.TryTake("IN"))
        {
            return new InCondition(left, Arguments());
        }

        if (!Comparators.Contains(tokens.Current.Text))
        {
            throw tokens.SyntaxError();
        }

        var comparison = tokens.Take().Text;
        var right = Operand();
        return new Comparison(left, comparison, comparison is "=" or "<>" ? right : Ordered(comparison, right));
    }

    private Operand Ordered(string comparison, Operand operand) => operand is ConstantOperand { Value: not (TextValue or NumberValue or BinaryValue) } constant
        ? throw tokens.Invalid($"Incorrect operand type for operator or function; operator: {comparison}, operand type: {constant.Value.Type}")
        : operand;

    private Operand Operand()
    {
        if (tokens.Current.Kind == TokenKind.ValuePlaceholder)
        {
            return new ConstantOperand(placeholders.Value(tokens));
        }

        if (!tokens.Current.Is("size") || !tokens.Following.Is("("))
        {
            return new PathOperand(paths.Read());
        }

        tokens.Take();
        var arguments = Arguments();
        return arguments.Length == 1 ? new SizeOperand(Path("size", arguments[0])) : throw Count("size", arguments);
    }

    private ImmutableArray<Operand> Arguments()
    {
        tokens.Demand("(");
        var arguments = ImmutableArray.CreateBuilder<Operand>();
        do
        {
            arguments.Add(Operand());
        }
        while (tokens.TryTake(","));
        tokens.Demand(")");
        return arguments.ToImmutable();
    }

    private Condition Function()
    {
        var name = tokens.Take().Text;
        var arguments = Arguments();
        return (name, arguments.Length) switch
        {
            ("attribute_exists", 1) => new ExistsCondition(Path(name, arguments[0])),
            ("attribute_not_exists", 1) => new NotCondition(new ExistsCondition(Path(name, arguments[0]))),
            ("attribute_type", 2) => new TypeCondition(Path(name, arguments[0]), TypeName(arguments[1])),
            ("begins_with", 2) => new BeginsWithCondition(arguments[0], arguments[1]),
            ("contains", 2) => new ContainsCondition(arguments[0], arguments[1]),
            ("attribute_exists" or "attribute_not_exists" or "attribute_type" or "begins_with" or "contains", _) => throw Count(name, arguments),
            _ => throw tokens.Invalid($"Invalid function name; function: {name}"),
        };
    }

    private DocumentPath Path(string function, Operand operand) => operand is PathOperand path
        ? path.Path
        : throw tokens.Invalid($"Operator or function requires a document path; operator or function: {function}");

    private string TypeName(Operand operand) => operand is ConstantOperand { Value: TextValue { Text: "S" or "N" or "B" or "BOOL" or "NULL" or "M" or "L" or "SS" or "NS" or "BS" } type }
        ? type.Text
        : throw tokens.Invalid("Invalid attribute type name found; operator or function: attribute_type, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");

    private Aws.AwsException Count(string function, ImmutableArray<Operand> operands) =>
        tokens.Invalid($"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {operands.Length}");
}
