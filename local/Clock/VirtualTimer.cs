namespace Engagement.Local.Clock;

/// <summary>A timer of a <see cref="VirtualClock"/>; its state is guarded by the clock.</summary>
internal sealed class VirtualTimer : ITimer
{
    private readonly VirtualClock clock;
    private readonly Action run;

    public VirtualTimer(VirtualClock clock, TimerCallback callback, object? state)
    {
        this.clock = clock;

        // As real timers do: the callback sees the asynchronous locals of the code that made the timer.
        run = ExecutionContext.Capture() is { } context
            ? () => ExecutionContext.Run(context, s => callback(s), state)
            : () => callback(state);
        Firing = new Work(clock, $"timer of {callback.Method.DeclaringType?.Name}");
    }

    /// <summary>Earlier ones first; of the same instant, those set first.</summary>
    public static IComparer<VirtualTimer> DueOrder { get; } = Comparer<VirtualTimer>.Create(
        (a, b) => Nullable.Compare(a.Due, b.Due) is var order and not 0 ? order : a.Sequence.CompareTo(b.Sequence));

    /// <summary>When it fires next; null for never.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Time between firings; zero to fire once.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>Rank among timers of the same instant.</summary>
    public long Sequence { get; set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Stands for its callback while that runs.</summary>
    public Work Firing { get; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        return clock.Schedule(this, dueTime, period);
    }

    /// <summary>Runs the callback, which the clock has counted as under way.</summary>
    public void Fire()
    {
        try
        {
            run();
        }
        finally
        {
            clock.Release(Firing);
        }
    }

    public void Dispose()
    {
        IsDisposed = true;
        clock.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
