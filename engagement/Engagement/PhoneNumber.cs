using System.Text.RegularExpressions;

namespace Engagement;

/// <summary>Telephone numbers with their country's code, in one spelling (ITU-T E.164).</summary>
public static partial class PhoneNumber
{
    /// <summary>
    /// A number as <c>+</c> and 2 to 19 digits, the first of them no 0; null when the text is none. The sending service takes that many
    /// ("SendTextMessage" in its API reference). Blanks, hyphens, points, slashes and brackets between the digits are left out. A number
    /// without its country's code cannot be told from one of another country: it is taken as it is, unless it begins with 0.
    /// </summary>
    public static string? Parse(string text) =>
        Number().Match(Separators().Replace(text, "")) is { Success: true } match ? $"+{match.Groups["digits"].Value}" : null;

    [GeneratedRegex(@"[ .()/\u00A0-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\+?(?<digits>[1-9][0-9]{1,18})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
