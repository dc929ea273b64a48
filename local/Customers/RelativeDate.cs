using System.Globalization;
using System.Xml;

namespace Engagement.Local.Customers;

/// <summary>
/// Dates that lie some time from now, so that a file of customers does not grow old: <c>+P30D</c>, <c>+PT2H</c>, <c>-P7DT3H</c>.
/// </summary>
internal static class RelativeDate
{
    /// <summary>The instant that a relative date means, as ISO 8601 in UTC on the second; any other text as it is.</summary>
    /// <exception cref="FormatException">It begins as a relative date and is none.</exception>
    public static string Resolve(string text, DateTimeOffset now)
    {
        if (text.Length < 2 || text[0] is not ('+' or '-') || text[1] != 'P')
        {
            return text;
        }

        try
        {
            var distance = XmlConvert.ToTimeSpan(text[1..]);
            return (text[0] == '+' ? now + distance : now - distance).UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"'{text}' is no date from now, such as +P30D or +PT2H", e);
        }
    }
}
