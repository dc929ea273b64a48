using Engagement.Local.Clock;

namespace Local.Tests.Clock;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // Real time: only ends a test that would otherwise hang.
    private readonly CancellationToken soon = new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;
    private readonly VirtualClock clock = new(Start);

    [Fact]
    public async Task A_stopped_clock_moves_only_when_advanced()
    {
        Assert.Equal(Start, clock.GetUtcNow());
        Assert.False(clock.IsRunning);

        var before = clock.GetTimestamp();
        await clock.AdvanceAsync(TimeSpan.FromMinutes(90), soon);

        Assert.Equal(Start.AddMinutes(90), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), clock.GetElapsedTime(before));
        Assert.Equal(TimeZoneInfo.Utc, clock.LocalTimeZone);
    }

    [Fact]
    public async Task Each_timer_fires_at_its_own_instant_in_order_of_due_time()
    {
        var fired = new List<DateTimeOffset>();
        foreach (var seconds in new[] { 30, 10, 20 })
        {
            clock.CreateTimer(_ => fired.Add(clock.GetUtcNow()), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
        }

        await clock.AdvanceAsync(TimeSpan.FromSeconds(25), soon);
        Assert.Equal([Start.AddSeconds(10), Start.AddSeconds(20)], fired);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(5), soon);
        Assert.Equal(Start.AddSeconds(30), fired[^1]);
    }

    [Fact]
    public async Task A_periodic_timer_fires_each_period_until_changed_or_disposed()
    {
        var ticks = 0;
        var timer = clock.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        await clock.AdvanceAsync(TimeSpan.FromSeconds(31), soon);
        Assert.Equal(4, ticks);

        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        await clock.AdvanceAsync(TimeSpan.FromSeconds(60), soon);
        Assert.Equal(4, ticks);

        Assert.True(timer.Change(TimeSpan.FromSeconds(5), TimeSpan.Zero));
        await clock.AdvanceAsync(TimeSpan.FromSeconds(60), soon);
        Assert.Equal(5, ticks);

        await timer.DisposeAsync();
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    }

    [Fact]
    public void A_timer_refuses_negative_times()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-2), Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.FromSeconds(-2)));
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource<DateTimeOffset>();
        await using var timer = clock.CreateTimer(_ => fired.SetResult(clock.GetUtcNow()), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await clock.SettleAsync(soon);

        Assert.True(fired.Task.IsCompleted);
        Assert.Equal(Start, await fired.Task);
    }

    [Fact]
    public async Task A_year_long_timer_is_possible()
    {
        var fired = false;
        clock.CreateTimer(_ => fired = true, null, TimeSpan.FromDays(365), Timeout.InfiniteTimeSpan);

        await clock.AdvanceAsync(TimeSpan.FromDays(365), soon);

        Assert.True(fired);
    }

    [Fact]
    public async Task Delays_periodic_timers_and_cancellations_of_the_platform_follow_the_clock()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, soon);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromHours(2), clock);
        using var periodic = new PeriodicTimer(TimeSpan.FromHours(3), clock);
        var tick = periodic.WaitForNextTickAsync(soon);

        await clock.AdvanceAsync(TimeSpan.FromHours(1), soon);
        Assert.True(delay.IsCompletedSuccessfully);
        Assert.False(cancellation.IsCancellationRequested);

        await clock.AdvanceAsync(TimeSpan.FromHours(1), soon);
        Assert.True(cancellation.IsCancellationRequested);
        Assert.False(tick.IsCompleted);

        await clock.AdvanceAsync(TimeSpan.FromHours(1), soon);
        Assert.True(await tick);
    }

    [Fact]
    public async Task A_timer_sees_the_asynchronous_locals_of_its_maker()
    {
        var local = new AsyncLocal<string> { Value = "maker" };
        string? seen = null;
        clock.CreateTimer(_ => seen = local.Value, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        local.Value = "other";

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1), soon);

        Assert.Equal("maker", seen);
    }

    [Fact]
    public async Task A_callback_that_throws_fails_the_advance_that_fired_it()
    {
        clock.CreateTimer(_ => throw new InvalidOperationException("broken"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => clock.AdvanceAsync(TimeSpan.FromSeconds(9), soon));

        Assert.Equal("broken", failure.Message);
        Assert.Equal(Start.AddSeconds(1), clock.GetUtcNow());
        await clock.SettleAsync(soon);
    }

    [Fact]
    public async Task Time_does_not_go_back() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => clock.AdvanceAsync(TimeSpan.FromTicks(-1), soon));

    [Fact]
    public async Task Advances_at_the_same_time_add_up()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => clock.AdvanceAsync(TimeSpan.FromSeconds(1), soon)));

        Assert.Equal(Start.AddSeconds(50), clock.GetUtcNow());
    }
}
