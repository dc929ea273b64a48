using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Local.EventBridge.Schedules;

/// <summary>Every so often since the rule was made, the first time one interval after that.</summary>
internal sealed partial class RateSchedule : ISchedule
{
    private readonly TimeSpan interval;
    private readonly DateTimeOffset start;

    private RateSchedule(TimeSpan interval, DateTimeOffset start)
    {
        this.interval = interval;
        this.start = new(start.UtcTicks - (start.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    /// <summary>
    /// Reads <c>rate(1 minute)</c>, <c>rate(5 minutes)</c>, and so with hours and days; null where the text is none of these.
    /// </summary>
    public static RateSchedule? TryParse(string text, DateTimeOffset created)
    {
        if (Expression().Match(text) is not { Success: true } match
            || !int.TryParse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || (value == 1) == match.Groups["plural"].Success)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value switch
        {
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        return new(unit * value, created);
    }

    public DateTimeOffset? Next(DateTimeOffset after) =>
        after < start ? start + interval : start + (((after - start).Ticks / interval.Ticks) + 1) * interval;

    [
        GeneratedRegex(
            "^rate\\((?<value>[1-9][0-9]{0,5}) (?<unit>minute|hour|day)(?<plural>s)?\\)$",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)
    ]
    private static partial Regex Expression();
}
