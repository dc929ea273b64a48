using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Pinpoint's times: ISO 8601, shown in UTC with milliseconds.</summary>
internal static partial class Iso8601
{
    /// <summary>Such as <c>2026-12-01T09:00:00.000Z</c>.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a date and time as clients send them. Without an offset, as Python writes the present, it is UTC. The offset may be
    /// <c>+01:00</c>, <c>+0100</c> or <c>+01</c>; a fraction may have nine digits, of which seven count.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        var parts = Parts().Match(text);
        if (!parts.Success)
        {
            return false;
        }

        var (seconds, fraction) = (parts.Groups["seconds"].Value, parts.Groups["fraction"].Value);
        var exact =
            $"{parts.Groups["minutes"].Value}{(seconds.Length > 0 ? seconds : ":00")}.{fraction.PadRight(7, '0')[..7]}{Offset(parts)}";
        return DateTimeOffset.TryParseExact(
            exact, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static string Offset(Match parts)
    {
        var (hours, minutes) = (parts.Groups["hours"].Value, parts.Groups["offset"].Value);
        return hours.Length == 0 ? "+00:00" : $"{hours}:{(minutes.Length > 0 ? minutes : "00")}";
    }

    [GeneratedRegex(
        "^(?<minutes>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})((?<seconds>:[0-9]{2})(\\.(?<fraction>[0-9]{1,9}))?)?(Z|"
            + "(?<hours>[+-][0-9]{2})(:?(?<offset>[0-9]{2}))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
