using System.Globalization;
using System.Text;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary>Java's <c>URLEncoder</c> and <c>URLDecoder</c> with UTF-8: form encoding, where a blank is a plus.</summary>
internal static class JavaUrl
{
    /// <summary>Letters, digits and <c>.-*_</c> stay, a blank becomes <c>+</c>, any other byte of UTF-8 <c>%XX</c>; half a surrogate pair becomes <c>%3F</c>.</summary>
    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '*' or '_')
            {
                result.Append(character);
            }
            else if (character == ' ')
            {
                result.Append('+');
            }
            else
            {
                var isWhole = Rune.TryGetRuneAt(text, index, out var rune);
                index += isWhole ? rune.Utf16SequenceLength - 1 : 0;
                foreach (var one in bytes[..(isWhole ? rune : new Rune('?')).EncodeToUtf8(bytes)])
                {
                    result.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
                }
            }
        }

        return result.ToString();
    }

    /// <summary>The reverse; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <exception cref="ValueException">A <c>%</c> is not followed by two hexadecimal digits.</exception>
    public static string Decode(string text)
    {
        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '%')
            {
                bytes.Add(Byte(text, index));
                index += 2;
                continue;
            }

            Flush(bytes, result);
            result.Append(text[index] == '+' ? ' ' : text[index]);
        }

        Flush(bytes, result);
        return result.ToString();
    }

    private static byte Byte(string text, int index) =>
        index + 2 < text.Length && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ValueException("urlDecode: a '%' is not followed by two hexadecimal digits");

    private static void Flush(List<byte> bytes, StringBuilder result)
    {
        result.Append(Encoding.UTF8.GetString([.. bytes]));
        bytes.Clear();
    }
}
