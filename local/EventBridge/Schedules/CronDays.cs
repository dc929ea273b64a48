namespace Engagement.Local.EventBridge.Schedules;

/// <summary>Which days a cron expression is about, by the day of the month or by the day of the week.</summary>
internal static class CronDays
{
    private const string Any = "?";
    private const string Last = "L";

    /// <summary>Reads the two fields, of which one is <c>?</c>.</summary>
    /// <exception cref="FormatException">They are malformed, or both say something.</exception>
    public static Func<DateOnly, bool> Parse(string dayOfMonth, string dayOfWeek) => (dayOfMonth == Any, dayOfWeek == Any) switch
    {
        (false, true) => Either(dayOfMonth, DayOfMonth),
        (true, false) => Either(dayOfWeek, DayOfWeek),
        _ => throw new FormatException("One of Day-of-month and Day-of-week must be ?, and the other must not"),
    };

    private static Func<DateOnly, bool> Either(string text, Func<string, Func<DateOnly, bool>> parse)
    {
        if (text.Contains('#', StringComparison.Ordinal) && text.Contains(',', StringComparison.Ordinal))
        {
            throw CronField.DayOfWeek.Invalid(text, "has # and more than one expression");
        }

        Func<DateOnly, bool>[] days = [.. text.Split(',').Select(parse)];
        return day => days.Any(matches => matches(day));
    }

    private static Func<DateOnly, bool> DayOfMonth(string text)
    {
        if (text == Last)
        {
            return day => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
        }

        if (text.EndsWith('W'))
        {
            var nearest = CronField.DayOfMonth.Number(text[..^1]);
            return day => day == WeekdayNearest(nearest, day);
        }

        var numbers = CronField.DayOfMonth.Numbers(text);
        return day => numbers.Contains(day.Day);
    }

    private static Func<DateOnly, bool> DayOfWeek(string text)
    {
        if (text == Last)
        {
            return day => day.DayOfWeek == System.DayOfWeek.Saturday;
        }

        if (text.Split('#') is [var name, var instance])
        {
            var weekday = CronField.DayOfWeek.Number(name);
            return instance is [>= '1' and <= '5']
                ? day => NumberOf(day) == weekday && (day.Day - 1) / 7 == instance[0] - '1'
                : throw CronField.DayOfWeek.Invalid(text, "asks for an instance other than 1 to 5");
        }

        if (text.EndsWith('L'))
        {
            var weekday = CronField.DayOfWeek.Number(text[..^1]);
            return day => NumberOf(day) == weekday && day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month);
        }

        var numbers = CronField.DayOfWeek.Numbers(text);
        return day => numbers.Contains(NumberOf(day));
    }

    private static int NumberOf(DateOnly day) => (int)day.DayOfWeek + 1;

    /// <summary>The weekday nearest to a day of the month, within that month; null where the month has no such day.</summary>
    private static DateOnly? WeekdayNearest(int dayOfMonth, DateOnly month)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        if (dayOfMonth > days)
        {
            return null;
        }

        var day = new DateOnly(month.Year, month.Month, dayOfMonth);
        return day.AddDays(day.DayOfWeek switch
        {
            System.DayOfWeek.Saturday => dayOfMonth == 1 ? 2 : -1,
            System.DayOfWeek.Sunday => dayOfMonth == days ? -2 : 1,
            _ => 0,
        });
    }
}
