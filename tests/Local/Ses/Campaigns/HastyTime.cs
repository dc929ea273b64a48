namespace Local.Tests.Ses.Campaigns;

/// <summary>A clock that passes waits of less than a minute at once. Longer waits end when their time has come.</summary>
internal sealed class HastyTime(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<HastyTimer> timers = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock on, unless it has been there.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        List<HastyTimer> due;
        lock (gate)
        {
            now = instant > now ? instant : now;
            due = timers.FindAll(timer => timer.Due <= now);
            timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HastyTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class HastyTimer(HastyTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => ThreadPool.QueueUserWorkItem(_ => fire());

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            Due = time.GetUtcNow() + dueTime;
            lock (time.gate)
            {
                time.timers.Add(this);
            }

            if (dueTime < Short)
            {
                time.AdvanceTo(Due);
            }

            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
