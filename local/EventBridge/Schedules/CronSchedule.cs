namespace Engagement.Local.EventBridge.Schedules;

/// <summary>The minutes, in UTC, that a cron expression of AWS names: minutes, hours, day of month, month, day of week, year.</summary>
internal sealed class CronSchedule : ISchedule
{
    private readonly SortedSet<int> minutes;
    private readonly SortedSet<int> hours;
    private readonly SortedSet<int> months;
    private readonly SortedSet<int> years;
    private readonly Func<DateOnly, bool> days;

    private CronSchedule(IReadOnlyList<string> fields)
    {
        minutes = CronField.Minutes.Numbers(fields[0]);
        hours = CronField.Hours.Numbers(fields[1]);
        days = CronDays.Parse(fields[2], fields[4]);
        months = CronField.Month.Numbers(fields[3]);
        years = CronField.Year.Numbers(fields[5]);
    }

    /// <summary>Reads six fields.</summary>
    /// <exception cref="FormatException">They are malformed, or not six.</exception>
    public static CronSchedule Parse(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 6 } fields
        ? new(fields)
        : throw new FormatException($"cron({text}) does not have the six fields minutes, hours, day-of-month, month, day-of-week, year");

    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        var first = utc.AddTicks(TimeSpan.TicksPerMinute - (utc.Ticks % TimeSpan.TicksPerMinute));
        for (var day = DateOnly.FromDateTime(first); day.Year <= years.Max;)
        {
            if (!years.Contains(day.Year))
            {
                day = new(day.Year + 1, 1, 1);
            }
            else if (!months.Contains(day.Month))
            {
                day = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            }
            else if (days(day)
                && TimeOf(day == DateOnly.FromDateTime(first) ? TimeOnly.FromDateTime(first) : TimeOnly.MinValue) is { } time)
            {
                return new(day, time, TimeSpan.Zero);
            }
            else
            {
                day = day.AddDays(1);
            }
        }

        return null;
    }

    /// <summary>The first time of a day from a minute on, or null.</summary>
    private TimeOnly? TimeOf(TimeOnly from)
    {
        foreach (var hour in hours.Where(hour => hour >= from.Hour))
        {
            var least = hour == from.Hour ? from.Minute : 0;
            if (minutes.FirstOrDefault(minute => minute >= least, -1) is var minute and >= 0)
            {
                return new(hour, minute);
            }
        }

        return null;
    }
}
