using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>
/// Reads texts. In single quotes they are taken as they stand; in double quotes references and directives count, and <c>\u0041</c> is a character.
/// A doubled quote is a quote. There are no other escapes: <c>"\n"</c> is a backslash and an n.
/// </summary>
internal static partial class StringParser
{
    /// <summary>Reads the text that begins at the cursor.</summary>
    public static Expression Parse(TemplateReader reader)
    {
        var position = reader.Position;
        var quote = reader.Current;
        reader.Index++;
        var start = reader.Position;
        var text = Quoted(reader, quote, position);
        if (quote == '\'')
        {
            return new LiteralExpression(text, position);
        }

        text = UnicodeEscape().Replace(text, match =>
            ((char)ushort.Parse(match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
        return text.Contains('$', StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal)
            ? new InterpolatedExpression(StatementParser.ParseAll(new TemplateReader(text, start, reader.Depth)), position)
            : new LiteralExpression(text, position);
    }

    private static string Quoted(TemplateReader reader, char quote, TemplatePosition position)
    {
        var doubled = new string(quote, 2);
        var text = new StringBuilder();
        while (true)
        {
            text.Append(reader.TakeWhile(character => character != quote));
            if (reader.AtEnd)
            {
                throw new TemplateException("A text has no closing quote", position);
            }

            if (!reader.TryTake(doubled))
            {
                reader.Index++;
                return text.ToString();
            }

            text.Append(quote);
        }
    }

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex UnicodeEscape();
}
