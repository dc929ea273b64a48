using System.Collections.Immutable;
using System.Globalization;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads what may stand as an argument or an element: references, literals and lists.</summary>
internal static class OperandParser
{
    /// <summary>Reads one operand and the white space around it.</summary>
    public static Expression Parameter(TemplateReader reader)
    {
        reader.SkipWhiteSpace();
        var operand = Operand(reader) ?? throw reader.Error($"Expected a value, found {reader.Found()}");
        reader.SkipWhiteSpace();
        return operand;
    }

    /// <summary>Reads operands between commas.</summary>
    public static ImmutableArray<Expression> Parameters(TemplateReader reader)
    {
        var parameters = ImmutableArray.CreateBuilder<Expression>();
        do
        {
            parameters.Add(Parameter(reader));
        }
        while (reader.TryTake(","));
        return parameters.ToImmutable();
    }

    private static Expression? Operand(TemplateReader reader)
    {
        var position = reader.Position;
        return reader.Current switch
        {
            '$' => ReferenceParser.TryReference(reader)?.Reference,
            '"' or '\'' => StringParser.Parse(reader),
            '[' => List(reader, position),
            '{' => throw reader.NotSupported("A map in braces"),
            '-' => throw reader.NotSupported("A negative number"),
            _ => Number(reader, position) ?? Truth(reader, position),
        };
    }

    private static LiteralExpression? Number(TemplateReader reader, TemplatePosition position)
    {
        var digits = reader.TakeWhile(char.IsAsciiDigit);
        return digits.Length > TemplateLimits.Digits ? throw new TemplateException(
            $"The number has more than {TemplateLimits.Digits} digits", position)
            : reader.Current == '.' && reader.Peek(1) != '.' ? throw reader.NotSupported("A fraction")
            : digits.Length == 0 ? null
            : new(long.Parse(digits, CultureInfo.InvariantCulture), position);
    }

    private static LiteralExpression? Truth(TemplateReader reader, TemplatePosition position) =>
        reader.TryTake("true") ? new(true, position)
        : reader.TryTake("false") ? new(false, position)
        : null;

    private static ListExpression List(TemplateReader reader, TemplatePosition position)
    {
        reader.Enter();
        reader.Index++;
        reader.SkipWhiteSpace();
        var items = reader.Current == ']' ? [] : Parameters(reader);
        if (reader.Rest.StartsWith("..", StringComparison.Ordinal))
        {
            throw reader.NotSupported("A range [a..b]");
        }

        reader.Take("]", "a list");
        reader.Leave();
        return new(items, position);
    }
}
