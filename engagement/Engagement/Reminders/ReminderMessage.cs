using Engagement.Definitions.Reminders;
using Engagement.Times;

namespace Engagement.Reminders;

/// <summary>One message of a reminder.</summary>
/// <param name="Reminder">The reminder.</param>
/// <param name="Before">How long before the date it comes.</param>
public sealed record ReminderMessage(Reminder Reminder, TimeSpan Before)
{
    /// <summary>Its name, such as <c>subscription_renewal.P30D</c>. No definition's name holds a point.</summary>
    public string Name => $"{Reminder.Name}.{Reminder.NameOf(Before)}";

    private static readonly TimeSpan LongestLateness = TimeSpan.FromDays(1);

    /// <summary>
    /// How long after its hour it may still come. A customer's date may be set too late for it, or a journey's refresh may leave the
    /// customer out. A quarter of the time before the date, at least an hour, at most a day. On a day's notice, six hours late is late; on
    /// a month's it is not.
    /// </summary>
    public TimeSpan Lateness =>
        Before / 4 is var quarter && quarter < HourSlot.Length ? HourSlot.Length : quarter > LongestLateness ? LongestLateness : quarter;

    /// <summary>All messages of a catalog, in its order.</summary>
    public static IEnumerable<ReminderMessage> From(ReminderCatalog catalog) =>
        catalog.Reminders.SelectMany(reminder => reminder.Before.Select(before => new ReminderMessage(reminder, before)));

    /// <summary>The message of a name; null when there is none.</summary>
    public static ReminderMessage? Find(ReminderCatalog catalog, string name) =>
        From(catalog).FirstOrDefault(message => message.Name == name);

    /// <summary>
    /// The hour that it belongs to: the one in which it is due, or the first after it that lies whole within the allowed hours.
    /// </summary>
    /// <param name="date">The customer's date.</param>
    /// <param name="zone">The customer's zone.</param>
    public DateTimeOffset HourFor(DateTimeOffset date, CustomerZone zone) => HourFor(date, Before, zone);

    /// <summary>Whether a shorter message about the same date belongs to an hour that has come.</summary>
    /// <param name="date">The customer's date.</param>
    /// <param name="zone">The customer's zone.</param>
    /// <param name="hour">The hour.</param>
    public bool IsSupersededBy(DateTimeOffset date, CustomerZone zone, DateTimeOffset hour) =>
        Reminder.Before.Any(other => other < Before && HourFor(date, other, zone) <= hour);

    private DateTimeOffset HourFor(DateTimeOffset date, TimeSpan before, CustomerZone zone)
    {
        var hour = HourSlot.From(date - before);
        // Two days have each hour of a day, whatever clocks are set to in between.
        for (var i = 0; Reminder.Between is { } allowed && i < 48 && !IsWithin(allowed, hour, zone); i++)
        {
            hour += HourSlot.Length;
        }

        return hour;
    }

    private static bool IsWithin(AllowedHours allowed, DateTimeOffset hour, CustomerZone zone) =>
        allowed.Include(zone.TimeAt(hour).TimeOfDay)
            && allowed.Include(zone.TimeAt(hour + HourSlot.Length - TimeSpan.FromSeconds(1)).TimeOfDay);
}
