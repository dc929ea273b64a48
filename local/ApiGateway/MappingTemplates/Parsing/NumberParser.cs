using System.Globalization;
using System.Numerics;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads numbers: whole ones, and those with a point or an exponent.</summary>
internal static class NumberParser
{
    /// <summary>Reads a number, or nothing where none comes next.</summary>
    /// <exception cref="TemplateException">It is longer than <see cref="TemplateLimits.IntegerBits"/> allow.</exception>
    public static LiteralExpression? TryParse(TemplateReader reader)
    {
        var (position, first) = (reader.Position, reader.Index);
        reader.TryTake("-");
        var digits = reader.TakeWhile(char.IsAsciiDigit).Length;
        var isWhole = true;
        if (reader.Current == '.' && reader.Peek(1) != '.' && (digits > 0 || char.IsAsciiDigit(reader.Peek(1))))
        {
            isWhole = false;
            reader.Index++;
            digits += reader.TakeWhile(char.IsAsciiDigit).Length;
        }

        if (digits == 0)
        {
            reader.Index = first;
            return null;
        }

        if (TryExponent(reader))
        {
            isWhole = false;
        }

        var text = reader.TextFrom(first);
        return digits > TemplateLimits.IntegerBits / 4
            ? throw new TemplateException($"The number has more than {TemplateLimits.IntegerBits / 4} digits", position)
            : new(isWhole ? BigInteger.Parse(text, CultureInfo.InvariantCulture) : double.Parse(text, CultureInfo.InvariantCulture), position);
    }

    private static bool TryExponent(TemplateReader reader)
    {
        var sign = reader.Peek(1) is '+' or '-' ? 1 : 0;
        if (reader.Current is not ('e' or 'E') || !char.IsAsciiDigit(reader.Peek(1 + sign)))
        {
            return false;
        }

        reader.Index += 1 + sign;
        reader.TakeWhile(char.IsAsciiDigit);
        return true;
    }
}
