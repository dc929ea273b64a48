using Engagement.Sending;
using Handlers.Tests.Recording;

namespace Handlers.Tests.CompanyEvents;

public class SendingPaceTests
{
    private readonly ManualTime time = new();
    private double rate = 10;

    [Fact]
    public async Task Turns_lie_a_senders_part_of_four_fifths_of_the_rate_apart()
    {
        var pace = new SendingPace(new Rate(() => rate), senders: 2, time);
        await pace.WaitAsync(default);
        // 0.8 of ten a second, by two senders: four a second.
        var second = pace.WaitAsync(default);
        var third = pace.WaitAsync(default);
        time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await second;
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(250));
        await third;
    }

    [Fact]
    public async Task Pause_is_no_credit_for_a_burst()
    {
        var pace = new SendingPace(new Rate(() => rate), senders: 1, time);
        await pace.WaitAsync(default);
        time.Advance(TimeSpan.FromMinutes(1));
        await pace.WaitAsync(default);
        Assert.False(pace.WaitAsync(default).IsCompleted);
    }

    [Fact]
    public async Task Rate_that_changes_changes_the_pace_and_throttling_slows_it_down()
    {
        var pace = new SendingPace(new Rate(() => rate), senders: 1, time);
        rate = 1000;
        await pace.WaitAsync(default);
        pace.SlowDown();
        var next = pace.WaitAsync(default);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await next;
    }

    [Fact]
    public async Task Wait_for_a_turn_ends_with_the_time_that_there_is()
    {
        var pace = new SendingPace(new Rate(() => rate), senders: 100, time);
        await pace.WaitAsync(default);
        using var over = new CancellationTokenSource();
        var next = pace.WaitAsync(over.Token);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private sealed class Rate(Func<double> perSecond) : ISendingRate
    {
        public ValueTask<double> ReadAsync(CancellationToken cancellation) => new(perSecond());
    }
}
