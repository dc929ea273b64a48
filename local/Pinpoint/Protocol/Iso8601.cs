using System.Globalization;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Pinpoint's times: ISO 8601 with an offset, shown in UTC with milliseconds.</summary>
internal static class Iso8601
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    /// <summary>Such as <c>2026-12-01T09:00:00.000Z</c>.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a date and time that says its offset.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text,
        Formats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out time);
}
