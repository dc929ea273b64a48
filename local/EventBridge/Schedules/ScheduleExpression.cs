namespace Engagement.Local.EventBridge.Schedules;

/// <summary>
/// Reads a rule's <c>ScheduleExpression</c>: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
/// </summary>
internal static class ScheduleExpression
{
    private const string Cron = "cron(";

    /// <summary>Reads <c>rate(n unit)</c> or <c>cron(six fields)</c>; as in AWS, case and white space count.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="created">When the rule was made: from then on a rate counts.</param>
    /// <exception cref="FormatException">It is malformed; the message begins as AWS's error and says what is wrong.</exception>
    public static ISchedule Parse(string text, DateTimeOffset created)
    {
        try
        {
            return (ISchedule?)RateSchedule.TryParse(text, created)
                ?? (text.StartsWith(Cron, StringComparison.Ordinal) && text.EndsWith(')')
                    ? CronSchedule.Parse(text[Cron.Length..^1])
                    : throw new FormatException(
                        $"'{text}' is neither rate(1 minute), rate(n minutes), hours or days, nor cron(minutes hours day-of-month month "
                            + "day-of-week year)"));
        }
        catch (FormatException e)
        {
            throw new FormatException($"Parameter ScheduleExpression is not valid. {e.Message}", e);
        }
    }
}
