using System.Globalization;
using Engagement;

namespace EndToEnd.Tests.Journeys;

/// <summary>What a made-up customer does at an instant.</summary>
/// <param name="At">When.</param>
/// <param name="Number">Which customer.</param>
/// <param name="Event">The event's type.</param>
/// <param name="Values">Metrics.</param>
internal sealed record LivedDay(DateTimeOffset At, int Number, string Event, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    // The first two have a night in which clocks change.
    private static readonly string[] Zones = ["Europe/Berlin", "Australia/Sydney", "Asia/Tokyo"];

    // Each kind of customer has messages at either exact times or in hours of the morning. Those of mornings come up to two hours later on
    // Pinpoint, so that a limit for both together would leave out another message there.
    private static readonly string[][] Events =
    [
        ["cart_updated", "cart_updated", "purchase_success", "page_view"],
        ["newsletter_signup", "subscription_started", "feature_used", "subscription_cancelled", "purchase_success"],
    ];

    // They leave on the first day: an offer comes after a month.
    private const int Leavers = 3;

    public string Customer => CustomerOf(Number);

    public static string CustomerOf(int number) => string.Create(CultureInfo.InvariantCulture, $"customer-{number}");

    public static string ZoneOf(int number) => Zones[number / 4 % Zones.Length];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> AttributesOf(int number) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["tier"] = [number % 2 == 0 ? "premium" : "standard"],
            ["renewed"] = [number % 5 == 0 ? "yes" : "no"],
            [ReservedNames.TimeZoneAttribute] = [ZoneOf(number)],
        };

    /// <summary>
    /// An event of a customer on two of three days, at hours that are morning nowhere: an event between the times at which platforms send
    /// would be heeded by one of them alone. The same each time.
    /// </summary>
    public static IReadOnlyList<LivedDay> MakeUp(int customers, int days, DateTimeOffset beginning)
    {
        var random = new Random(1);
        return
        [
            .. from day in Enumerable.Range(0, days - 1)
               from number in Enumerable.Range(0, customers)
               let minutes = (12 * 60) + MinuteOf(number, day)
               let seconds = random.Next(60)
               let type = TypeOf(number, day, random)
               where type is not null
               let at = new DateTimeOffset(beginning.Date, TimeSpan.Zero).AddDays(day).AddMinutes(minutes).AddSeconds(seconds)
               orderby at
               select new LivedDay(at, number, type, type is "purchase_success" or "cart_updated" ? [new("value", "30")] : []),
        ];
    }

    // No two events of a customer come at the same time of the day, within five minutes: a limit of a day has its edge there, and platforms
    // differ by a minute. None comes within two minutes of an hour, at which the hours for messages begin and end.
    private static int MinuteOf(int number, int day) => 2 + (5 * (((37 * day) + (11 * number)) % 83));

    // Who cancels later than on the second day gets no offer in the month.
    private static string? TypeOf(int number, int day, Random random) =>
        number % 4 == Leavers ? (day == 0 ? "subscription_cancelled" : null)
        : Events[number % 2] is var events && random.Next(3) > 0 && events[random.Next(events.Length)] is var type
            && (type != "subscription_cancelled" || day > 1) ? type
        : null;
}
