using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>
/// Dates without quotes, which Pulumi takes for instants and writes as Go does: <c>2026-12-24</c> becomes <c>2026-12-24 00:00:00 +0000
/// UTC</c>.
/// </summary>
internal static partial class YamlTime
{
    /// <summary>The date as Go writes it; null where the text is none.</summary>
    public static string? Read(string text)
    {
        if (Time().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute, second) = (Part(match, "hour"), Part(match, "minute"), Part(match, "second"));
        var day = $"{match.Groups["year"].Value}-{Part(match, "month"):00}-{Part(match, "day"):00}";
        return hour < 24
            && minute < 60
            && second < 60
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? string.Create(CultureInfo.InvariantCulture, $"{day} {hour:00}:{minute:00}:{second:00}{Fraction(match)} {Zone(match)}")
            : null;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    // Nanoseconds, without zeros at the end.
    private static string Fraction(Match match)
    {
        var digits = match.Groups["fraction"].Value;
        var shown = digits[..Math.Min(digits.Length, 9)].TrimEnd('0');
        return shown.Length == 0 ? "" : $".{shown}";
    }

    // The name of a zone that has none is its offset once more.
    private static string Zone(Match match)
    {
        var offset = match.Groups["offset"].Value.Replace(":", "", StringComparison.Ordinal);
        return offset is "" or "+0000" or "-0000" ? "+0000 UTC" : $"{offset} {offset}";
    }

    [GeneratedRegex(
        @"^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})" +
        @"(([Tt](?<hour>\d{1,2}):(?<minute>\d{1,2}):(?<second>\d{1,2})([.,](?<fraction>\d+))?(Z|(?<offset>[-+]\d\d:\d\d)))" +
        @"|( +(?<hour>\d{1,2}):(?<minute>\d{1,2}):(?<second>\d{1,2})([.,](?<fraction>\d+))?))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
