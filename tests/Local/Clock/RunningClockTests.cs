using Engagement.Local.Clock;

namespace Local.Tests.Clock;

public sealed class RunningClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly CancellationToken soon = new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    // What the running clock takes for real time.
    private readonly VirtualClock real = new(Start);
    private readonly VirtualClock clock;

    public RunningClockTests() => clock = VirtualClock.Running(real);

    [Fact]
    public async Task It_ticks_with_real_time_and_keeps_ticking_from_where_it_was_advanced_to()
    {
        Assert.True(clock.IsRunning);
        await real.AdvanceAsync(TimeSpan.FromSeconds(5), soon);
        Assert.Equal(Start.AddSeconds(5), clock.GetUtcNow());

        await clock.AdvanceAsync(TimeSpan.FromDays(1), soon);
        Assert.Equal(Start.AddSeconds(5).AddDays(1), clock.GetUtcNow());

        await real.AdvanceAsync(TimeSpan.FromSeconds(5), soon);
        Assert.Equal(Start.AddSeconds(10).AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task Its_timers_fire_as_real_time_passes_and_never_early()
    {
        var fired = new List<DateTimeOffset>();
        clock.CreateTimer(_ => fired.Add(clock.GetUtcNow()), null, TimeSpan.FromMicroseconds(10_000_300), Timeout.InfiniteTimeSpan);

        await real.AdvanceAsync(TimeSpan.FromSeconds(10), soon);
        await clock.SettleAsync(soon);
        Assert.Empty(fired);

        await real.AdvanceAsync(TimeSpan.FromMilliseconds(1), soon);
        await clock.SettleAsync(soon);
        Assert.Equal(Start.AddSeconds(10).AddMilliseconds(1), Assert.Single(fired));
    }

    [Fact]
    public async Task Advancing_it_fires_what_is_due_by_then_at_its_instant()
    {
        var fired = new List<DateTimeOffset>();
        clock.CreateTimer(_ => fired.Add(clock.GetUtcNow()), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        await clock.AdvanceAsync(TimeSpan.FromHours(2.5), soon);
        Assert.Equal([Start.AddHours(1), Start.AddHours(2)], fired);

        await real.AdvanceAsync(TimeSpan.FromHours(0.5), soon);
        await clock.SettleAsync(soon);
        Assert.Equal(Start.AddHours(3), fired[^1]);
    }

    [Fact]
    public async Task Timers_further_off_than_a_real_timer_reaches_fire()
    {
        var fired = new List<DateTimeOffset>();
        clock.CreateTimer(_ => fired.Add(clock.GetUtcNow()), null, TimeSpan.FromDays(60), Timeout.InfiniteTimeSpan);

        await real.AdvanceAsync(TimeSpan.FromDays(60), soon);
        await clock.SettleAsync(soon);

        Assert.Equal(Start.AddDays(60), Assert.Single(fired));
    }

    [Fact]
    public async Task By_default_it_shows_the_present()
    {
        var present = VirtualClock.Running();
        var fired = new TaskCompletionSource();

        await using var timer = present.CreateTimer(_ => fired.SetResult(), null, TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(soon);
        Assert.InRange(present.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
    }
}
