namespace Engagement.Reminders;

/// <summary>Reminders go out hour by hour: what is due within an hour of UTC belongs to it.</summary>
public static class HourSlot
{
    /// <summary>How long it is.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>The beginning of the hour that an instant is in.</summary>
    public static DateTimeOffset From(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
