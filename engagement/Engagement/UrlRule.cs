using System.Buffers;

namespace Engagement;

/// <summary>What a link in a message may lead to.</summary>
public static class UrlRule
{
    // What ends an address in HTML or in text, or is read as a slash.
    private static readonly SearchValues<char> Unfit = SearchValues.Create(" \"'<>\\^`{|}");

    private const string Expected = "is no URL that begins with https:, http:, mailto: or tel:";

    /// <summary>
    /// Why a text is no URL that a message may link to, to be read after its name; null when it is one. The text is not repeated.
    /// </summary>
    public static string? Objection(string text)
    {
        if (text.AsSpan().ContainsAny(Unfit) || text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            return "holds a blank or another character that a URL has encoded, such as %20";
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && IsAllowed(text, url) ? null : Expected;
    }

    private static bool IsAllowed(string text, Uri url) => url.Scheme switch
    {
        "https" or "http" => text.StartsWith($"{url.Scheme}://", StringComparison.OrdinalIgnoreCase) && url.Host.Length > 0,
        "mailto" or "tel" => text.Length > url.Scheme.Length + 1,
        _ => false,
    };
}
