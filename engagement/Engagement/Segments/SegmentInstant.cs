namespace Engagement.Segments;

/// <summary>
/// An instant as date conditions read it from an attribute: Java's ISO_INSTANT, in UTC with seconds and a Z, such as
/// <c>2026-12-01T08:00:00Z</c> or <c>2026-12-01T08:00:00.25Z</c>. A date alone, another offset or a time without seconds is none.
/// </summary>
/// <remarks>Digit by digit: each of a million customers is asked, and reading by a format or a pattern allocates.</remarks>
public static class SegmentInstant
{
    private const int DigitsOfFraction = 9;
    private const int DigitsOfTicks = 7;

    /// <returns>The instant, to seven digits of its fraction; null when the text is none.</returns>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, .. var fraction, 'Z']
            && Day(text) is { } day && Seconds(text) is { } seconds && Ticks(fraction) is { } ticks
            ? new DateTimeOffset(day.Ticks + (seconds * TimeSpan.TicksPerSecond) + ticks, TimeSpan.Zero)
            : null;

    private static DateTime? Day(ReadOnlySpan<char> text) =>
        Number(text[..4]) is >= 1 and var year && Number(text[5..7]) is >= 1 and <= 12 and var month
            && Number(text[8..10]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc)
            : null;

    private static int? Seconds(ReadOnlySpan<char> text) =>
        Number(text[11..13]) is <= 23 and var hours && Number(text[14..16]) is <= 59 and var minutes
            && Number(text[17..19]) is <= 59 and var seconds
            ? (((hours * 60) + minutes) * 60) + seconds
            : null;

    // Of ".25": 2,500,000 ticks.
    private static int? Ticks(ReadOnlySpan<char> fraction) => fraction switch
    {
        [] => 0,
        ['.', .. { Length: > 0 and <= DigitsOfFraction } digits] when Number(digits) is not null => Ticks(digits, DigitsOfTicks),
        _ => null,
    };

    private static int? Ticks(ReadOnlySpan<char> digits, int count)
    {
        var ticks = Number(digits[..Math.Min(digits.Length, count)]);
        for (var i = digits.Length; i < count; i++)
        {
            ticks *= 10;
        }

        return ticks;
    }

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return null;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
