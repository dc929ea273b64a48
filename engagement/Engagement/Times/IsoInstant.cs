using System.Globalization;

namespace Engagement.Times;

/// <summary>
/// A point in time as definitions and messages write it: ISO 8601 with an offset, such as <c>2026-12-01T09:00:00+01:00</c>.
/// </summary>
public static class IsoInstant
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <returns>The instant in UTC; null when the text is no date with a time and an offset.</returns>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <summary>As date comparisons of platforms take it: UTC, to the second, such as <c>2026-12-01T08:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset instant) => Format(instant, "2026-12-01T08:00:00".Length);

    /// <summary>In UTC, to the millisecond and always of the same length, so that it sorts: <c>2026-01-31T09:30:00.000Z</c>.</summary>
    public static string FormatMilliseconds(DateTimeOffset instant) => Format(instant, "2026-01-31T09:30:00.000".Length);

    // The start of the round-trip format, which takes a quarter of the time that a format of our own does.
    private static string Format(DateTimeOffset instant, int length)
    {
        Span<char> text = stackalloc char["2026-01-31T09:30:00.0000000Z".Length];
        instant.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        return string.Concat(text[..length], "Z");
    }
}
