using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>
/// Reads texts. In single quotes they are taken as they stand; in double quotes references and directives count. There are no escapes:
/// <c>"\n"</c> is a backslash and an n. Velocity's <c>\u0041</c> in double quotes and its doubled quotes are errors here.
/// </summary>
internal static class StringParser
{
    /// <summary>Reads the text that begins at the cursor.</summary>
    public static Expression Parse(TemplateReader reader)
    {
        var position = reader.Position;
        var quote = reader.Current;
        reader.Index++;
        var start = reader.Position;
        var text = reader.TakeWhile(character => character != quote);
        if (reader.AtEnd)
        {
            throw new TemplateException("A text has no closing quote", position);
        }

        reader.Index++;
        if (reader.Current == quote)
        {
            throw reader.NotSupported("A doubled quote in a text");
        }

        return quote == '"' ? Interpolated(text, start, reader.Depth, position) : new LiteralExpression(text, position);
    }

    private static Expression Interpolated(string text, TemplatePosition start, int depth, TemplatePosition position) =>
        text.Contains(@"\u", StringComparison.Ordinal) ? throw new TemplateException(
            @"The escape \u in double quotes is not supported by the local gateway", position)
        : text.Contains('$', StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal)
            ? new InterpolatedExpression(StatementParser.ParseAll(new TemplateReader(text, start, depth)), position)
        : new LiteralExpression(text, position);
}
