using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads expressions: operands with operators between them, as <c>#set</c>, <c>#if</c> and <c>#elseif</c> take them.</summary>
internal static class ExpressionParser
{
    private const int MostOperators = 500;

    private static readonly ImmutableArray<ImmutableArray<(string Sign, BinaryOperator Operator)>> Levels =
    [
        [("||", BinaryOperator.Or), ("or", BinaryOperator.Or)],
        [("&&", BinaryOperator.And), ("and", BinaryOperator.And)],
        [("==", BinaryOperator.Equal), ("eq", BinaryOperator.Equal), ("!=", BinaryOperator.NotEqual), ("ne", BinaryOperator.NotEqual)],
        [
            ("<=", BinaryOperator.LessOrEqual), ("le", BinaryOperator.LessOrEqual), ("<", BinaryOperator.Less), ("lt", BinaryOperator.Less),
            (">=", BinaryOperator.GreaterOrEqual), ("ge", BinaryOperator.GreaterOrEqual), (">", BinaryOperator.Greater), ("gt", BinaryOperator.Greater),
        ],
        [("+", BinaryOperator.Add), ("-", BinaryOperator.Subtract)],
        [("*", BinaryOperator.Multiply), ("/", BinaryOperator.Divide), ("%", BinaryOperator.Modulo)],
    ];

    /// <summary>Reads an expression and the white space around it.</summary>
    public static Expression Parse(TemplateReader reader) => Parse(reader, 0);

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
            if (operation == BinaryOperator.Subtract && reader.Current == '-' && char.IsAsciiDigit(reader.Peek(1)))
            {
                throw reader.Error("Velocity reads '-' before a digit as part of the number; write a space between them");
            }

            if (!(char.IsAsciiLetter(sign[0]) && Characters.ContinuesWord(reader.Peek(sign.Length))) && reader.TryTake(sign))
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
        if (reader.TryTake("!") || (!Characters.ContinuesWord(reader.Peek(3)) && reader.TryTake("not")))
        {
            reader.Enter();
            var operand = Unary(reader);
            reader.Leave();
            return new NotExpression(operand, position);
        }

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
}
