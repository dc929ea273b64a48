using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Times;

/// <summary>
/// A length of time as definitions write it: ISO 8601, such as <c>P2D</c>, <c>PT90M</c> or <c>P1DT12H</c>. Years and months are not
/// taken, since their length depends on the calendar.
/// </summary>
public static partial class IsoDuration
{
    /// <returns>The length; null when the text is no such duration, or longer than ten thousand days.</returns>
    public static TimeSpan? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new TimeSpan(
                (Number(match, "weeks") * 7) + Number(match, "days"),
                Number(match, "hours"),
                Number(match, "minutes"),
                Number(match, "seconds"))
            : null;
    }

    // The pattern allows at most four digits.
    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^P(?=.)(?:(?<weeks>[0-9]{1,3})W|(?:(?<days>[0-9]{1,4})D)?(?:T(?=.)(?:(?<hours>[0-9]{1,4})H)?(?:(?<minutes>[0-9]{1,4})M)?(?:(?<seconds>[0-9]{1,4})S)?)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
