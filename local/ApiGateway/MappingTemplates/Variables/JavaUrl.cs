using System.Globalization;
using System.Text;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary>Java's <c>URLEncoder</c> with UTF-8: form encoding, where a blank is a plus.</summary>
internal static class JavaUrl
{
    /// <summary>
    /// Letters, digits and <c>.-*_</c> stay, a blank becomes <c>+</c>, any other byte of UTF-8 <c>%XX</c>; half a surrogate pair becomes
    /// <c>%3F</c>.
    /// </summary>
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
}
