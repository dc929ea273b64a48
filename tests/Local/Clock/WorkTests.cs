using Engagement.Local.Clock;

namespace Local.Tests.Clock;

public sealed class WorkTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly CancellationToken soon = new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;
    private readonly VirtualClock clock = new(Start);

    [Fact]
    public async Task Settling_waits_for_work_under_way()
    {
        var work = clock.BeginWork("an invocation");
        var settled = clock.SettleAsync(soon);
        var advanced = clock.AdvanceAsync(TimeSpan.FromSeconds(1), soon);
        await Task.WhenAny(settled, advanced, Hops());
        Assert.False(settled.IsCompleted || advanced.IsCompleted);

        work.Dispose();
        work.Dispose();

        await settled;
        await advanced;
    }

    [Fact]
    public async Task An_advance_that_gives_up_says_what_is_under_way_and_where_time_stands()
    {
        using var first = clock.BeginWork("an invocation");
        using var second = clock.BeginWork("an invocation");
        using var cancellation = new CancellationTokenSource();
        var advance = clock.AdvanceAsync(TimeSpan.FromSeconds(1), cancellation.Token);
        await Hops();

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => advance);
        Assert.Contains("an invocation (2)", error.Message, StringComparison.Ordinal);
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Work_that_a_timer_causes_ends_before_the_next_timer_fires()
    {
        var story = new List<string>();
        clock.CreateTimer(_ => _ = InvokeAsync("first"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.CreateTimer(_ => _ = InvokeAsync("second"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.CreateTimer(_ => _ = InvokeAsync("third"), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(2), soon);

        Assert.Equal(["first begins 1", "first ends 1", "second begins 1", "second ends 1", "third begins 2", "third ends 2"], story);

        async Task InvokeAsync(string name)
        {
            using var work = clock.BeginWork(name);
            story.Add($"{name} begins {Second}");
            await Hops();
            story.Add($"{name} ends {Second}");
        }
    }

    [Fact]
    public async Task Timers_that_work_sets_within_the_window_fire_in_it()
    {
        var story = new List<double>();
        clock.CreateTimer(_ => _ = ChainAsync(5), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(4), soon);
        Assert.Equal([1, 2, 3, 4], story);

        async Task ChainAsync(int left)
        {
            using var work = clock.BeginWork("link");
            await Hops();
            story.Add(Second);
            if (left > 0)
            {
                clock.CreateTimer(_ => _ = ChainAsync(left - 1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            }
        }
    }

    [Fact]
    public async Task A_loop_on_platform_delays_keeps_up_with_a_long_advance()
    {
        var seen = new List<double>();
        using var end = new CancellationTokenSource();
        var loop = Task.CompletedTask;
        // Without the test's synchronisation context, and up to its first wait before the clock moves.
        await Task.Run(() => { loop = LoopAsync(); }, soon);

        await clock.AdvanceAsync(TimeSpan.FromMinutes(10), soon);

        Assert.Equal(Enumerable.Range(1, 10).Select(minute => minute * 60.0), seen);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);

        async Task LoopAsync()
        {
            var next = Task.Delay(TimeSpan.FromMinutes(1), clock, end.Token);
            while (true)
            {
                await next;
                using var work = clock.BeginWork("loop");
                await Hops();
                seen.Add(Second);
                // While the work is still under way: the clock may be at the end of its advance as soon as it is not.
                next = Task.Delay(TimeSpan.FromMinutes(1), clock, end.Token);
            }
        }
    }

    [Fact]
    public async Task Work_that_rests_lets_time_pass_and_is_under_way_again_at_its_instant()
    {
        var story = new List<double>();
        var work = clock.BeginWork("poller");
        var loop = LoopAsync();

        await clock.AdvanceAsync(TimeSpan.FromSeconds(3.5), soon);

        Assert.Equal([1, 2, 3], story);
        await clock.AdvanceAsync(TimeSpan.FromSeconds(1), soon);
        await loop;

        async Task LoopAsync()
        {
            using (work)
            {
                for (var i = 0; i < 4; i++)
                {
                    await work.DelayAsync(TimeSpan.FromSeconds(1), soon);
                    await Hops();
                    story.Add(Second);
                }
            }
        }
    }

    [Fact]
    public async Task A_signal_hands_over_without_a_gap()
    {
        var signal = new WorkSignal();
        var handled = 0;
        var rounds = 0;
        var consumer = ConsumeAsync(clock.BeginWork("consumer"));
        for (var i = 1; i <= 200; i++)
        {
            Interlocked.Increment(ref rounds);
            signal.Set();
            await clock.SettleAsync(soon);
            Assert.Equal(i, handled);
        }

        await consumer;

        async Task ConsumeAsync(Work work)
        {
            using (work)
            {
                while (handled < 200)
                {
                    Assert.True(await signal.WaitAsync(work, Timeout.InfiniteTimeSpan, soon));
                    await Hops();
                    handled = rounds;
                }
            }
        }
    }

    [Fact]
    public async Task A_wait_for_a_signal_ends_with_its_time()
    {
        var signal = new WorkSignal();
        using var work = clock.BeginWork("waiter");
        var wait = signal.WaitAsync(work, TimeSpan.FromSeconds(20), soon);

        var advance = clock.AdvanceAsync(TimeSpan.FromSeconds(30), soon);

        Assert.False(await wait);
        Assert.Equal(20, Second);
        work.Dispose();
        await advance;
    }

    [Fact]
    public async Task A_signal_before_the_wait_is_kept_and_several_count_as_one()
    {
        var signal = new WorkSignal();
        using var work = clock.BeginWork("waiter");
        signal.Set();
        signal.Set();

        Assert.True(await signal.WaitAsync(work, Timeout.InfiniteTimeSpan, soon));
        using var cancellation = new CancellationTokenSource();
        var second = signal.WaitAsync(work, Timeout.InfiniteTimeSpan, cancellation.Token);
        Assert.False(second.IsCompleted);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var settled = clock.SettleAsync(soon);
        await Hops();
        Assert.False(settled.IsCompleted);
        work.Dispose();
        await settled;
    }

    [Fact]
    public async Task Work_in_the_thread_pool_is_under_way_until_it_ends_even_when_it_fails()
    {
        var ended = 0;
        var work = clock.RunWorkAsync("background", async work =>
        {
            await Hops();
            await work.DelayAsync(TimeSpan.FromSeconds(5), soon);
            await Hops();
            ended++;
            throw new InvalidOperationException("broken");
        });

        await clock.SettleAsync(soon);
        Assert.Equal(0, ended);
        await clock.AdvanceAsync(TimeSpan.FromSeconds(5), soon);

        Assert.Equal(1, ended);
        await Assert.ThrowsAsync<InvalidOperationException>(() => work);
    }

    [Fact]
    public async Task One_signal_has_one_waiter()
    {
        var signal = new WorkSignal();
        var first = clock.BeginWork("first");
        var second = clock.BeginWork("second");
        var wait = signal.WaitAsync(first, Timeout.InfiniteTimeSpan, soon);

        await Assert.ThrowsAsync<InvalidOperationException>(() => signal.WaitAsync(second, Timeout.InfiniteTimeSpan, soon));

        signal.Set();
        await wait;
    }

    private double Second => (clock.GetUtcNow() - Start).TotalSeconds;

    /// <summary>Goes through the thread pool some times, as real work does.</summary>
    private static async Task Hops()
    {
        for (var i = 0; i < 5; i++)
        {
            await Task.Run(() => { });
        }
    }
}
