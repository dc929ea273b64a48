using Engagement.Definitions.Reminders;
using Engagement.Services;

namespace Handlers.Tests.Reminders;

/// <summary>Who gets which reminder when, hour by hour, on each platform.</summary>
public abstract class ReminderTests
{
    private protected const string Definitions =
        """
        reminders:
          visit: { date: at, before: [P1D, PT2H], template: t, skipIf: { cancelled: ["yes"] } }
        """;

    private static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IReminding reminding;

    private protected ReminderTests(IReminding reminding) => this.reminding = reminding;

    [Fact]
    public async Task Each_message_comes_once_in_its_hour()
    {
        reminding.Set("ada", "at", "2026-12-03T15:40:00Z");
        await RunAsync(0, 72);

        Assert.Equal(["visit.P1D ada 39", "visit.PT2H ada 61"], Sent());
    }

    [Fact]
    public async Task Moved_date_has_messages_of_its_own_and_the_old_one_none_any_more()
    {
        reminding.Set("later", "at", "2026-12-03T15:00:00Z");
        reminding.Set("earlier", "at", "2026-12-09T15:00:00Z");
        reminding.Set("hasty", "at", "2026-12-03T15:00:00Z");
        reminding.Set("removed", "at", "2026-12-03T17:00:00Z");
        await RunAsync(0, 62);
        reminding.Set("later", "at", "2026-12-03T18:00:00Z");
        reminding.Set("earlier", "at", "2026-12-04T15:00:00Z");
        reminding.Set("hasty", "at", "2026-12-03T14:30:00Z");
        reminding.Set("removed", "at");
        await RunAsync(62, 96);

        Assert.Equal(
            [
                "visit.P1D earlier 63", "visit.PT2H earlier 85", "visit.P1D hasty 39", "visit.PT2H hasty 61",
                "visit.P1D later 39", "visit.PT2H later 61", "visit.PT2H later 64", "visit.P1D removed 41",
            ],
            Sent());
    }

    [Fact]
    public async Task Date_that_moves_before_its_message_is_due_is_told_of_once()
    {
        reminding.Set("ada", "at", "2026-12-03T15:00:00Z");
        await RunAsync(0, 30);
        reminding.Set("ada", "at", "2026-12-04T15:00:00Z");
        await RunAsync(30, 120);

        Assert.Equal(["visit.P1D ada 63", "visit.PT2H ada 85"], Sent());
    }

    [Theory]
    [InlineData("2026-11-20T15:00:00Z", new string[0])]
    [InlineData("2026-12-01T10:20:00Z", new string[0])]
    [InlineData("2026-12-02T08:00:00Z", new[] { "visit.P1D ada 10", "visit.PT2H ada 30" })]
    [InlineData("2026-12-01T11:30:00Z", new[] { "visit.PT2H ada 10" })]
    [InlineData("2026-12-01T13:30:00Z", new[] { "visit.PT2H ada 11" })]
    [InlineData("2026-12-03T09:00:00Z", new[] { "visit.P1D ada 33", "visit.PT2H ada 55" })]
    public async Task Date_that_is_set_late_gets_a_message_that_is_little_late_and_no_other(string date, string[] messages)
    {
        await RunAsync(0, 10);
        reminding.Set("ada", "at", date);
        await RunAsync(10, 72);

        Assert.Equal(messages, Sent());
    }

    [Fact]
    public async Task Skipped_customers_and_unreadable_dates_get_nothing()
    {
        reminding.Set("skipped", "at", "2026-12-03T15:00:00Z");
        reminding.Set("skipped", "cancelled", "no", "yes");
        reminding.Set("kept", "at", "2026-12-03T15:00:00Z");
        reminding.Set("kept", "cancelled", "no");
        reminding.Set("unreadable", "at", "3 December");
        await RunAsync(0, 96);

        Assert.Equal(["visit.P1D kept 39", "visit.PT2H kept 61"], Sent());
        Assert.True(reminding.Telemetry.Metric("RemindersLeftOut", "skipped") > 0);
        Assert.Equal(2, reminding.Telemetry.Metric("RemindersSent"));
    }

    [Fact]
    public async Task Missed_hours_are_caught_up_and_counted()
    {
        reminding.Set("ada", "at", "2026-12-03T15:00:00Z");
        await RunAsync(0, 38, refresh: true);
        for (var hour = 38; hour < 41; hour++)
        {
            await reminding.RefreshAsync(Start.AddHours(hour));
        }

        await RunAsync(41, 72);
        Assert.Equal(["visit.P1D ada 41", "visit.PT2H ada 61"], Sent());
        Assert.Equal(6, reminding.Telemetry.Metric("ReminderHoursMissed"));
    }

    [Fact]
    public async Task Outage_longer_than_a_day_loses_nobody_whose_date_has_not_come()
    {
        reminding.Set("ada", "at", "2026-12-03T15:00:00Z");
        reminding.Set("bob", "at", "2026-12-04T20:00:00Z");
        await RunAsync(0, 20);
        await RunAsync(64, 96);

        Assert.Equal(["visit.P1D bob 68", "visit.PT2H bob 90"], Sent());
        reminding.Set("cyd", "at", "2026-12-09T12:00:00Z");
        await RunAsync(97, 120);
        await RunAsync(200, 212);
        Assert.Equal(["visit.P1D cyd 200", "visit.PT2H cyd 202"], Sent().TakeLast(2));
    }

    [Fact]
    public async Task Hour_that_fires_twice_or_late_moves_nothing()
    {
        Assert.Equal(2, await reminding.SlideAsync(Start.AddHours(5)));
        Assert.Equal(0, await reminding.SlideAsync(Start.AddHours(5)));
        Assert.Equal(0, await reminding.SlideAsync(Start.AddHours(4)));
        Assert.Equal(2, reminding.Calls);
    }

    [Fact]
    public async Task Slower_invocation_for_an_earlier_hour_leaves_the_segment_at_the_later_one()
    {
        reminding.Set("ada", "at", "2026-12-02T06:10:00Z");
        var overtaken = false;
        reminding.Ledger.Advancing = () =>
        {
            if (!overtaken)
            {
                overtaken = true;
                reminding.SlideAsync(Start.AddHours(6)).GetAwaiter().GetResult();
            }
        };
        await reminding.SlideAsync(Start.AddHours(5));
        await reminding.RefreshAsync(Start.AddHours(6));

        Assert.Equal(["visit.P1D ada 6"], Sent());
    }

    [Fact]
    public async Task One_segment_that_cannot_be_moved_holds_up_no_other_and_is_tried_again()
    {
        reminding.Set("ada", "at", "2026-12-02T06:10:00Z");
        reminding.Failing = 1;
        await Assert.ThrowsAsync<ServiceException>(() => reminding.SlideAsync(Start.AddHours(6)));
        Assert.Equal(1, await reminding.SlideAsync(Start.AddHours(6)));
        await reminding.RefreshAsync(Start.AddHours(6));

        Assert.Equal(["visit.P1D ada 6"], Sent());
        Assert.Single(reminding.Telemetry.Lines("slideFailed"));
    }

    [Fact]
    public async Task Calls_that_begin_an_hour_do_not_grow_with_the_customers()
    {
        for (var i = 0; i < 1_000; i++)
        {
            reminding.Set($"c{i}", "at", "2026-12-02T06:10:00Z");
        }

        await RunAsync(6, 7);
        Assert.Equal(2, reminding.Calls);
        Assert.Equal(1_000, reminding.Sent.Count);
    }

    private async Task RunAsync(int from, int to, bool refresh = true)
    {
        for (var hour = from; hour < to; hour++)
        {
            await reminding.SlideAsync(Start.AddHours(hour));
            if (refresh)
            {
                await reminding.RefreshAsync(Start.AddHours(hour));
            }
        }
    }

    private IEnumerable<string> Sent() =>
        reminding.Sent.OrderBy(each => each.EndpointId, StringComparer.Ordinal)
            .ThenBy(each => each.Hour)
            .Select(each => $"{each.Message} {each.EndpointId} {(each.Hour - Start).TotalHours}");
}
