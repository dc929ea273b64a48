using Engagement.Definitions.Reminders;

namespace Engagement.Reminders;

/// <summary>
/// The dates that are looked at for a message in an hour. Both ends may belong to it or not: who is in it is not yet who gets the message.
/// </summary>
/// <param name="From">The earliest date.</param>
/// <param name="To">The latest date.</param>
public readonly record struct DateWindow(DateTimeOffset From, DateTimeOffset To)
{
    // Clocks are set by an hour, at most, and an hour of UTC may lie askew to those of the zone.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    /// <summary>The window for an hour.</summary>
    /// <param name="message">The message.</param>
    /// <param name="hour">The hour that begins.</param>
    /// <param name="last">The hour that was looked at before; null when none was. What lies between was missed, and is caught up.</param>
    public static DateWindow For(ReminderMessage message, DateTimeOffset hour, DateTimeOffset? last)
    {
        var earliest = last < hour ? last.Value : hour;
        return new(earliest + message.Before - message.Lateness - Quiet(message.Reminder.Between), hour + HourSlot.Length + message.Before);
    }

    private static TimeSpan Quiet(AllowedHours? between) =>
        between is { } allowed ? TimeSpan.FromDays(1) - allowed.Length + Slack : TimeSpan.Zero;
}
