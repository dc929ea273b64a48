using System.Globalization;
using System.Text;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary>
/// <c>$util.escapeJavaScript</c>: quotes of both kinds, backslash and slash get a backslash, control characters and those beyond ASCII
/// become escapes. A single quote becomes <c>\'</c>, which JSON does not allow.
/// </summary>
internal static class JavaScriptText
{
    /// <summary>The text with its escapes.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\'' or '"' or '\\' or '/' => result.Append('\\').Append(character),
                '\b' => result.Append("\\b"),
                '\n' => result.Append("\\n"),
                '\t' => result.Append("\\t"),
                '\f' => result.Append("\\f"),
                '\r' => result.Append("\\r"),
                < ' ' or > '\u007f' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }
}
