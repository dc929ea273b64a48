using System.Globalization;

namespace Engagement.Times;

/// <summary>A date that concerns a customer: an instant, and how people there say it.</summary>
/// <param name="Instant">In UTC, to the second.</param>
/// <param name="Text">In the customer's zone, such as <c>24 December 2026, 15:00</c>; without the time when none was given.</param>
public readonly record struct CustomerDate(DateTimeOffset Instant, string Text)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>
    /// Reads <c>2026-12-24</c>, which is the default hour in the zone; <c>2026-12-24T15:00</c>, which is in the zone; or
    /// <c>2026-12-24T15:00Z</c> and <c>2026-12-24T15:00+01:00</c>, which are instants of their own. Seconds may follow the minutes.
    /// </summary>
    /// <param name="text">What was said.</param>
    /// <param name="zone">The customer's zone.</param>
    /// <param name="defaultHour">The hour, 0 to 23, that a date without a time means.</param>
    /// <returns>Null for anything else, and for years outside 1900 to 2199.</returns>
    public static CustomerDate? Read(string text, CustomerZone zone, int defaultHour) =>
        Exact(text, DayFormat) is { } day ? From(zone.InstantOf(day.AddHours(defaultHour)), zone, "d MMMM yyyy")
        : Exact(text, LocalFormats) is { } local ? From(zone.InstantOf(local), zone, "d MMMM yyyy, HH:mm")
        : IsoInstant.Parse(text) is { Year: >= EarliestYear and <= LatestYear } instant ? From(instant, zone, "d MMMM yyyy, HH:mm")
        : null;

    private static DateTime? Exact(string text, params string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= EarliestYear and <= LatestYear
            ? local
            : null;

    private static CustomerDate From(DateTimeOffset instant, CustomerZone zone, string format) =>
        new(
            DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()),
            zone.TimeAt(instant).ToString(format, CultureInfo.InvariantCulture));
}
