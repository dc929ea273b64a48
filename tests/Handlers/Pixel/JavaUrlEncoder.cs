using System.Text;

namespace Handlers.Tests.Pixel;

/// <summary>
/// What API Gateway's <c>$util.urlEncode</c> makes: as java.net.URLEncoder, a space is a plus and only letters, digits, . - * _ stay.
/// </summary>
internal static class JavaUrlEncoder
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii
                && (char.IsAsciiLetterOrDigit((char)rune.Value) || ".-*_".Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                encoded.Append((char)rune.Value);
            }
            else if (rune.Value == ' ')
            {
                encoded.Append('+');
            }
            else
            {
                foreach (var each in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    encoded.Append('%').Append(each.ToString("X2"));
                }
            }
        }

        return encoded.ToString();
    }
}
