using System.Globalization;

namespace Engagement.Local.EventBridge.Schedules;

/// <summary>A field of a cron expression: what it is called, which numbers it takes, and names for them.</summary>
/// <param name="Name">As AWS calls it.</param>
/// <param name="Least">Least number.</param>
/// <param name="Most">Greatest number.</param>
internal sealed record CronField(string Name, int Least, int Most)
{
    public static readonly CronField Minutes = new("Minutes", 0, 59);
    public static readonly CronField Hours = new("Hours", 0, 23);
    public static readonly CronField DayOfMonth = new("Day-of-month", 1, 31);
    public static readonly CronField Month = new("Month", 1, 12)
    {
        Names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    };
    public static readonly CronField DayOfWeek = new("Day-of-week", 1, 7)
    {
        Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
        HasSteps = false
    };
    public static readonly CronField Year = new("Year", 1970, 2199);

    /// <summary>Names of the numbers, from the least.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether <c>/</c> may be used.</summary>
    public bool HasSteps { get; init; } = true;

    /// <summary>Reads a list of numbers, ranges and increments.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public SortedSet<int> Numbers(string text) => [.. text.Split(',').SelectMany(Range)];

    /// <summary>Reads one number or name.</summary>
    /// <exception cref="FormatException">It is none, or out of range.</exception>
    public int Number(string text)
    {
        if (Names.ToList().IndexOf(text.ToUpperInvariant()) is var index and >= 0)
        {
            return Least + index;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? number
            : throw Invalid(
                text, $"is no number from {Least} to {Most}{(Names.Count == 0 ? "" : $" and no name from {Names[0]} to {Names[^1]}")}");
    }

    /// <summary>The error for a text that this field does not take.</summary>
    public FormatException Invalid(string text, string problem) => new($"{Name}: '{text}' {problem}");

    private IEnumerable<int> Range(string text)
    {
        if (text == "*")
        {
            return Enumerable.Range(Least, Most - Least + 1);
        }

        if (text.Split('/') is [var start, var step])
        {
            return Steps(text, start, step);
        }

        if (text.Split('-') is not [var first, var last])
        {
            return [Number(text)];
        }

        var (from, to) = (Number(first), Number(last));
        return from <= to ? Enumerable.Range(from, to - from + 1) : throw Invalid(text, "ends before it begins");
    }

    private IEnumerable<int> Steps(string text, string start, string step)
    {
        if (!HasSteps)
        {
            throw Invalid(text, "is an increment, which AWS does not have for this field");
        }

        if (start.Contains('-', StringComparison.Ordinal))
        {
            throw Invalid(text, "increments within a range, which AWS does not document");
        }

        var from = start == "*" ? Least : Number(start);
        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var by) && by is > 0 and <= 9999
            ? Enumerable.Range(from, Most - from + 1).Where(number => (number - from) % by == 0)
            : throw Invalid(text, "has no increment of 1 or more");
    }
}
