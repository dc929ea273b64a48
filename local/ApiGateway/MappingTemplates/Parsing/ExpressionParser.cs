using System.Collections.Frozen;
using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads expressions: operands with operators between them, as <c>#set</c>, <c>#if</c> and <c>#elseif</c> take them.</summary>
internal static class ExpressionParser
{
    private const int MostOperators = 500;

    private static readonly ImmutableArray<ImmutableArray<(string Sign, BinaryOperator Operator)>> Levels =
    [
        [("||", BinaryOperator.Or)],
        [("&&", BinaryOperator.And)],
        [("==", BinaryOperator.Equal), ("!=", BinaryOperator.NotEqual)],
        [
            ("<=", BinaryOperator.LessOrEqual),
            ("<", BinaryOperator.Less),
            (">=", BinaryOperator.GreaterOrEqual),
            (">", BinaryOperator.Greater)
        ],
    ];

    // Velocity's other operators.
    private static readonly FrozenSet<string> Unsupported =
        FrozenSet.Create("+", "-", "*", "/", "%", "or", "and", "not", "eq", "ne", "lt", "le", "gt", "ge");

    /// <summary>Reads an expression and the white space around it.</summary>
    public static Expression Parse(TemplateReader reader)
    {
        var expression = Parse(reader, 0);
        CheckOperator(reader);
        return expression;
    }

    private static Expression Parse(TemplateReader reader, int level)
    {
        if (level == Levels.Length)
        {
            return Unary(reader);
        }

        var left = Parse(reader, level + 1);
        for (var operators = 1; TryOperator(reader, level) is var (operation, position); operators++)
        {
            if (operators > MostOperators)
            {
                throw reader.Error($"An expression has more than {MostOperators} operators in a row");
            }

            left = new BinaryExpression(operation, left, Parse(reader, level + 1), position);
        }

        return left;
    }

    private static (BinaryOperator Operator, TemplatePosition Position)? TryOperator(TemplateReader reader, int level)
    {
        var position = reader.Position;
        foreach (var (sign, operation) in Levels[level])
        {
            if (reader.TryTake(sign))
            {
                return (operation, position);
            }
        }

        return null;
    }

    private static Expression Unary(TemplateReader reader)
    {
        reader.SkipWhiteSpace();
        var position = reader.Position;
        if (reader.TryTake("!"))
        {
            reader.Enter();
            var operand = Unary(reader);
            reader.Leave();
            return new NotExpression(operand, position);
        }

        CheckOperator(reader);
        return reader.Current == '(' ? Parenthesised(reader) : OperandParser.Parameter(reader);
    }

    private static Expression Parenthesised(TemplateReader reader)
    {
        reader.Enter();
        reader.Take("(", "an expression");
        var inner = Parse(reader);
        reader.Take(")", "an expression");
        reader.SkipWhiteSpace();
        reader.Leave();
        return inner;
    }

    private static void CheckOperator(TemplateReader reader)
    {
        var (first, position) = (reader.Index, reader.Position);
        var word = reader.TakeWhile(Characters.ContinuesWord);
        var sign = word.Length > 0 ? word : reader.Current.ToString();
        reader.Index = first;
        if (Unsupported.Contains(sign))
        {
            throw new TemplateException($"The operator {sign} is not supported by the local gateway", position);
        }
    }
}
