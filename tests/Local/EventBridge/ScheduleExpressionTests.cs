using System.Globalization;
using Engagement.Local.EventBridge.Schedules;

namespace Local.Tests.EventBridge;

/// <summary>
/// Expressions as https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html has them. Created on Sunday,
/// 2026-03-01, at 12:00:30.
/// </summary>
public sealed class ScheduleExpressionTests
{
    private static readonly DateTimeOffset Created = new(2026, 3, 1, 12, 0, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("rate(1 minute)", "2026-03-01T12:01:30 2026-03-01T12:02:30")]
    [InlineData("rate(5 minutes)", "2026-03-01T12:05:30 2026-03-01T12:10:30")]
    [InlineData("rate(1 hour)", "2026-03-01T13:00:30 2026-03-01T14:00:30")]
    [InlineData("rate(7 days)", "2026-03-08T12:00:30 2026-03-15T12:00:30")]
    [InlineData("cron(0 10 * * ? *)", "2026-03-02T10:00:00 2026-03-03T10:00:00")]
    [InlineData("cron(15 12 * * ? *)", "2026-03-01T12:15:00 2026-03-02T12:15:00")]
    [
        InlineData(
            "cron(0 18 ? * MON-FRI *)",
            "2026-03-02T18:00:00 2026-03-03T18:00:00 2026-03-04T18:00:00 2026-03-05T18:00:00 2026-03-06T18:00:00 2026-03-09T18:00:00")
    ]
    [InlineData("cron(0 8 1 * ? *)", "2026-04-01T08:00:00 2026-05-01T08:00:00")]
    [InlineData("cron(0/15 * * * ? *)", "2026-03-01T12:15:00 2026-03-01T12:30:00 2026-03-01T12:45:00 2026-03-01T13:00:00")]
    [InlineData("cron(1/20 12,20-21 ? * * *)", "2026-03-01T12:01:00 2026-03-01T12:21:00 2026-03-01T12:41:00 2026-03-01T20:01:00")]
    [InlineData("cron(5,35 14 * * ? *)", "2026-03-01T14:05:00 2026-03-01T14:35:00 2026-03-02T14:05:00")]
    [InlineData("cron(0 0 ? JAN,jul 1 *)", "2026-07-05T00:00:00 2026-07-12T00:00:00")]
    [InlineData("cron(0 0 L * ? *)", "2026-03-31T00:00:00 2026-04-30T00:00:00 2026-05-31T00:00:00")]
    [InlineData("cron(0 0 15,L * ? *)", "2026-03-15T00:00:00 2026-03-31T00:00:00")]
    [InlineData("cron(0 0 ? * L *)", "2026-03-07T00:00:00 2026-03-14T00:00:00")]
    [InlineData("cron(15 10 ? * 6L *)", "2026-03-27T10:15:00 2026-04-24T10:15:00")]
    [InlineData("cron(0 2 ? * SAT#3 *)", "2026-03-21T02:00:00 2026-04-18T02:00:00")]
    [InlineData("cron(0 2 ? * 3#5 *)", "2026-03-31T02:00:00 2026-06-30T02:00:00")]
    [
        InlineData(
            "cron(0 0 1W * ? *)",
            "2026-03-02T00:00:00 2026-04-01T00:00:00 2026-05-01T00:00:00 2026-06-01T00:00:00 2026-07-01T00:00:00 2026-08-03T00:00:00")
    ]
    [InlineData("cron(0 0 31W * ? *)", "2026-03-31T00:00:00 2026-05-29T00:00:00")]
    [InlineData("cron(0 0 29 2 ? *)", "2028-02-29T00:00:00 2032-02-29T00:00:00")]
    [InlineData("cron(59 23 31 12 ? 2026-2199)", "2026-12-31T23:59:00 2027-12-31T23:59:00")]
    [InlineData("cron(0 0 1 1 ? 2030/2)", "2030-01-01T00:00:00 2032-01-01T00:00:00")]
    [InlineData("cron(0 13 1 3 ? 2026)", "2026-03-01T13:00:00 never")]
    [InlineData("cron(15 10 ? * 6L 2002-2005)", "never")]
    [InlineData("cron(0 0 31 2 ? *)", "never")]
    public void Schedule_occurs(string expression, string times)
    {
        var schedule = ScheduleExpression.Parse(expression, Created);

        DateTimeOffset? after = Created;
        foreach (var time in times.Split(' '))
        {
            after = schedule.Next(after!.Value);
            Assert.Equal(time, after?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? "never");
        }
    }

    [Theory]
    [InlineData("rate(10 seconds)")]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(10 minute)")]
    [InlineData("rate()")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(-10 minutes)")]
    [InlineData("rate(10 MINUTES)")]
    [InlineData("rate( 10 minutes )")]
    [InlineData(" rate(10 minutes)")]
    [InlineData("at(2026-12-01T09:00:00)", "is neither rate")]
    [InlineData("cron(INVALID)", "does not have the six fields")]
    [InlineData("cron(0 1 * * * *)", "One of Day-of-month and Day-of-week must be ?")]
    [InlineData("cron(0 1 ? * ? *)", "One of Day-of-month and Day-of-week must be ?")]
    [InlineData("cron(7 20 * NOT ? *)", "Month: 'NOT' is no number from 1 to 12 and no name from JAN to DEC")]
    [InlineData("cron(71 8 1 * ? *)", "Minutes: '71' is no number from 0 to 59")]
    [InlineData("cron(0 20-8 1 * ? *)", "Hours: '20-8' ends before it begins")]
    [InlineData("cron(0/0 8 1 * ? *)", "Minutes: '0/0' has no increment of 1 or more")]
    [InlineData("cron(10-30/5 8 1 * ? *)", "increments within a range, which AWS does not document")]
    [InlineData("cron(0 8 ? * 2/2 *)", "Day-of-week: '2/2' is an increment, which AWS does not have for this field")]
    [InlineData("cron(0 8 ? * 3#1,6#3 *)", "has # and more than one expression")]
    [InlineData("cron(0 8 ? * 3#6 *)", "asks for an instance other than 1 to 5")]
    [InlineData("cron(0 8 LW * ? *)", "Day-of-month: 'L' is no number")]
    [InlineData("cron(0 8 1 * ? 2200)", "Year: '2200' is no number from 1970 to 2199")]
    public void Expression_that_AWS_refuses_or_does_not_document_is_an_error(string expression, string reason = "is neither rate")
    {
        var message = Assert.Throws<FormatException>(() => ScheduleExpression.Parse(expression, Created)).Message;

        Assert.StartsWith("Parameter ScheduleExpression is not valid. ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }
}
