using System.Globalization;
using Engagement.Definitions.Reminders;
using Engagement.Reminders;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Reminders;

/// <summary>For any date, zone, offset and sequence of hours that are slid, missed or fired twice.</summary>
public class ReminderProperties
{
    private static readonly string[] Zones =
        [
            "UTC", "Pacific/Auckland", "Asia/Kathmandu", "America/Los_Angeles", "Australia/Lord_Howe",
            "America/St_Johns", "Europe/Berlin", "Pacific/Chatham", "Europe/London", "Pacific/Kiritimati",
        ];

    private static readonly string[] Offsets = ["PT1H", "PT2H", "PT5H", "P1D", "PT36H", "P7D", "P30D"];

    private static Gen<DateTimeOffset> Instants =>
        from second in Gen.Choose(0, 3 * 366 * 24 * 3_600)
        select new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second);

    private static Gen<string> Between =>
        Gen.Frequency(
            (1, Gen.Constant("")),
            (3, from start in Gen.Choose(0, 1_320)
                from length in Gen.Choose(120, 1_440)
                select $", between: '{Clock(start)}-{Clock(Math.Min(start + length, 1_440))}'"));

    private static Gen<ReminderCatalog> Catalogs =>
        from offsets in Gen.Elements(Offsets).ListOf()
        from between in Between
        select ReminderCatalog.Parse(
            $"reminders: {{ r: {{ date: at, before: [{string.Join(", ", offsets.Append("PT3H").Distinct().Take(4))}], template: "
                + $"t{between} }} }}",
            "r.yaml");

    [Fact]
    public void Each_customer_gets_each_message_once_in_the_first_hour_that_is_slid_from_its_own_on()
    {
        var runs = from catalog in Catalogs
                   from zone in Gen.Elements(Zones)
                   from date in Instants
                   from before in Gen.Choose(1, 60)
                   from steps in Gen.Choose(0, 9).ListOf(120)
                   select (catalog, zone, date, before, steps: steps.ToArray());
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            RunAsync(new Reminding(run.catalog), run.catalog, run.zone, run.date, run.before, run.steps).GetAwaiter().GetResult();
            RunAsync(new SharedReminding(run.catalog), run.catalog, run.zone, run.date, run.before, run.steps).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Hour_of_a_message_is_the_first_allowed_one_from_when_it_is_due()
    {
        var cases = from catalog in Catalogs from zone in Gen.Elements(Zones) from date in Instants select (catalog, zone, date);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            // The machine's own rules of the zones, as an independent witness.
            var zone = TimeZoneInfo.FindSystemTimeZoneById(each.zone);
            foreach (var message in ReminderMessage.From(each.catalog))
            {
                var hour = message.HourFor(each.date, CustomerZone.Find(each.zone)!);
                var due = HourSlot.From(each.date - message.Before);
                Assert.True(hour >= due && hour < due.AddHours(27));
                Assert.True(IsAllowed(message.Reminder.Between, zone, hour));
                for (var earlier = due; earlier < hour; earlier += HourSlot.Length)
                {
                    Assert.False(IsAllowed(message.Reminder.Between, zone, earlier));
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    // Most hours are slid once (3 to 9), some are missed (0, 1), some fire twice (2).
    private static async Task RunAsync(
        IReminding reminding, ReminderCatalog catalog, string zoneName, DateTimeOffset date, int hoursBefore, int[] steps)
    {
        reminding.Set("ada", "at", IsoInstant.Format(date));
        reminding.Set("ada", "tz", zoneName);
        var zone = CustomerZone.Find(zoneName)!;
        var start = HourSlot.From(date).AddHours(-hoursBefore - 24);
        var slid = new List<DateTimeOffset>();
        for (var i = 0; i < steps.Length; i++)
        {
            var hour = start.AddHours(i);
            for (var times = steps[i] switch { 0 or 1 => 0, 2 => 2, _ => 1 }; times > 0; times--)
            {
                await reminding.SlideAsync(hour);
                slid.Add(hour);
            }

            await reminding.RefreshAsync(hour);
        }

        foreach (var message in ReminderMessage.From(catalog))
        {
            var own = message.HourFor(date, zone);
            var sent = reminding.Sent.Where(each => each.Message == message.Name).Select(each => each.Hour).ToList();
            if (own >= slid.FirstOrDefault(DateTimeOffset.MaxValue))
            {
                Assert.Equal(Expected(message, date, zone, slid.Where(hour => hour >= own).Take(1)), sent);
            }
            else
            {
                // It was due before anything ran: late, or not at all, but not twice.
                Assert.True(sent.Count <= 1);
            }
        }
    }

    private static IEnumerable<DateTimeOffset> Expected(
        ReminderMessage message,
        DateTimeOffset date,
        CustomerZone zone,
        IEnumerable<DateTimeOffset> first) =>
        first.Where(hour =>
            hour < date
                && !message.Reminder.Before.Any(
                    other => other < message.Before && new ReminderMessage(message.Reminder, other).HourFor(date, zone) <= hour));

    private static bool IsAllowed(AllowedHours? between, TimeZoneInfo zone, DateTimeOffset hour) =>
        between is not { } allowed || new[] { hour, hour.AddSeconds(3_599) }.All(each =>
        {
            var minute = TimeZoneInfo.ConvertTime(each, zone).TimeOfDay.TotalMinutes;
            return minute >= allowed.FromMinute && minute < allowed.ToMinute;
        });

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
