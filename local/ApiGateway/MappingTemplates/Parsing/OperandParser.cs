using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads what may stand as an argument, an index or an element: references, literals, lists, ranges and maps.</summary>
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
        switch (reader.Current)
        {
            case '$':
                return ReferenceParser.TryReference(reader)?.Reference;
            case '"' or '\'':
                return StringParser.Parse(reader);
            case '[':
                return ListOrRange(reader, position);
            case '{':
                return Map(reader, position);
            default:
                return NumberParser.TryParse(reader) ?? Truth(reader, position);
        }
    }

    private static LiteralExpression? Truth(TemplateReader reader, TemplatePosition position) =>
        reader.TryTake("true") ? new(true, position)
        : reader.TryTake("false") ? new(false, position)
        : null;

    private static Expression ListOrRange(TemplateReader reader, TemplatePosition position)
    {
        reader.Enter();
        reader.Index++;
        reader.SkipWhiteSpace();
        Expression result;
        if (reader.Current == ']')
        {
            result = new ListExpression([], position);
        }
        else
        {
            var first = Parameter(reader);
            result = reader.TryTake("..") ? new RangeExpression(first, Parameter(reader), position)
                : reader.TryTake(",") ? new ListExpression([first, .. Parameters(reader)], position)
                : new ListExpression([first], position);
        }

        reader.Take("]", "a list");
        reader.Leave();
        return result;
    }

    private static MapExpression Map(TemplateReader reader, TemplatePosition position)
    {
        reader.Enter();
        reader.Index++;
        reader.SkipWhiteSpace();
        var entries = ImmutableArray.CreateBuilder<(Expression, Expression)>();
        while (reader.Current != '}')
        {
            var key = Parameter(reader);
            reader.Take(":", "a map");
            entries.Add((key, Parameter(reader)));
            if (!reader.TryTake(","))
            {
                break;
            }
        }

        reader.Take("}", "a map");
        reader.Leave();
        return new(entries.ToImmutable(), position);
    }
}
