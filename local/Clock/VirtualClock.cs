using Engagement.Local.FunctionClock;

namespace Engagement.Local.Clock;

/// <summary>
/// The one clock of the local cloud. Stopped, it moves only when it is advanced; running, it follows real time from
/// wherever it was last advanced to.
/// </summary>
/// <remarks>
/// <para>
/// Advancing promises that everything due by then <em>has happened</em>. The clock sees timers, but it cannot see a
/// continuation that waits in the thread pool, nor a process that computes. So a component that does something that others must
/// be able to wait for holds a <see cref="Work"/> token, by these rules:
/// </para>
/// <list type="number">
/// <item>A timer's callback counts as work until it returns; a token for what follows is taken inside it.
/// <c>await Task.Delay(d, clock)</c> resumes inside the callback (callbacks run without a synchronisation context), so
/// the code up to its next <c>await</c> may take one. <see cref="PeriodicTimer"/>, channels, and any completion that
/// runs continuations asynchronously resume some time later: use the waits of <see cref="Work"/> and
/// <see cref="WorkSignal"/> instead, which are under way again before the callback returns.</item>
/// <item>Work that hands over to other work ends only after the other has begun: the receiver takes its token inside
/// the call that hands over.</item>
/// <item>Work under way never waits for this clock, since the clock waits for it; it rests instead, by
/// <see cref="Work.DelayAsync"/> or <see cref="WorkSignal.WaitAsync"/>.</item>
/// <item>What happens outside this process takes real time: its time-outs belong to <see cref="TimeProvider.System"/>.</item>
/// </list>
/// <para>
/// Due times longer than the 49 days of <see cref="TimeProvider.System"/> are allowed. A callback's exception is
/// thrown by the advance that fired it.
/// </para>
/// </remarks>
internal sealed class VirtualClock : TimeProvider
{
    /// <summary>A real timer is set for at most this long at once, well under its limit of 49 days.</summary>
    private static readonly TimeSpan LongestAlarm = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly TimerQueue timers = new();
    private readonly WorkRegister underWay = new();
    private readonly GuardedState state;
    private readonly ClockFace face;
    private readonly Action<TimeSpan>? setAlarm;

    /// <summary>A stopped clock that shows this instant.</summary>
    public VirtualClock(DateTimeOffset start)
        : this(new ClockFace(start))
    {
    }

    private VirtualClock(ClockFace face)
    {
        this.face = face;
        state = new(gate);
    }

    private VirtualClock(TimeProvider real)
        : this(new ClockFace(real))
    {
        var alarm = real.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        setAlarm = due => alarm.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A clock that runs with real time, from the present on.</summary>
    /// <param name="real">What real time is; <see cref="TimeProvider.System"/> where null.</param>
    public static VirtualClock Running(TimeProvider? real = null) => new(real ?? System);

    /// <summary>
    /// Tells of each stop, jump and start: a handler at once of the state in which it finds the clock, then of every change. It runs while
    /// the clock
    /// is locked, so it has to be quick, and must not ask the clock.
    /// </summary>
    public event Action<ClockReading> Moved
    {
        add
        {
            lock (gate)
            {
                face.Add(value);
            }
        }

        remove
        {
            lock (gate)
            {
                face.Remove(value);
            }
        }
    }

    /// <summary>Whether time passes by itself.</summary>
    public bool IsRunning => face.IsRunning;

    /// <summary>UTC, on every machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Ticks of 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Ticks of <see cref="GetUtcNow"/>: both always tell the same time.</summary>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return face.Now;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Marks work as under way until the token is disposed. See the rules on this class.</summary>
    /// <param name="name">What it is, for the message of an advance that gives up waiting for it.</param>
    public Work BeginWork(string name)
    {
        var work = new Work(this, name);
        Hold(work);
        return work;
    }

    /// <summary>
    /// Begins work in the thread pool. It is under way from before this returns until the task completes, save while it rests.
    /// </summary>
    /// <param name="name">What it is, as in <see cref="BeginWork"/>.</param>
    /// <param name="body">Does it, given its token.</param>
    public async Task RunWorkAsync(string name, Func<Work, Task> body)
    {
        using var work = BeginWork(name);
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await body(work).ConfigureAwait(false);
    }

    /// <summary>
    /// Completes when no work is under way and no timer is due now. A stopped clock fires those that are due; time does not move.
    /// </summary>
    /// <exception cref="OperationCanceledException">It did not come to that in time; the message says what is under way.</exception>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        IsRunning
            ? WhenAsync(() => !face.IsHeld && underWay.IsEmpty && !FireDue(), cancellationToken)
            : AdvanceAsync(TimeSpan.Zero, cancellationToken);

    /// <summary>
    /// Moves time forward, from timer to timer. Each fires at exactly its instant, in order of due time and then of creation. It waits for
    /// the work that the one before caused. Completes when everything due by then has happened. Work that sets new timers within the window
    /// is part of it. Advances wait for each other. A running clock stands still meanwhile and runs on from the new instant.
    /// </summary>
    /// <param name="by">How far; zero or more.</param>
    /// <param name="cancellationToken">Ends the advance; time stays where it has got to.</param>
    /// <exception cref="OperationCanceledException">It did not come to that in time; the message says what is under way.</exception>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);

        // On a pool thread without synchronisation context, so that continuations of what fires run inside the firing.
        return Task.Run(() => StepAsync(by, cancellationToken), cancellationToken);
    }

    internal void Hold(Work work)
    {
        lock (gate)
        {
            underWay.Add(work);
        }
    }

    internal void Release(Work work)
    {
        lock (gate)
        {
            underWay.Remove(work);
            if (underWay.IsEmpty)
            {
                state.Changed();
            }
        }
    }

    internal bool Schedule(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (timer.IsDisposed)
            {
                return false;
            }

            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : face.Now + dueTime;
            timer.Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
            if (timer.Due is not null)
            {
                timers.Add(timer);
                if (dueTime == TimeSpan.Zero)
                {
                    FireSoon(timer);
                }

                SetAlarm();
            }

            return true;
        }
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
            timer.Due = null;
        }
    }

    private async Task StepAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        await WhenAsync(face.TryHold, cancellationToken);
        try
        {
            var target = GetUtcNow() + by;
            VirtualTimer? due;
            do
            {
                due = null;
                await WhenAsync(() => TryTakeNext(target, out due), cancellationToken);
                due?.Fire();
            }
            while (due is not null);
        }
        finally
        {
            ResumeTime();
        }
    }

    private void ResumeTime()
    {
        lock (gate)
        {
            face.Release();
            state.Changed();
            SetAlarm();
        }
    }

    /// <summary>With nothing under way: the next timer and its instant, or none and the target.</summary>
    private bool TryTakeNext(DateTimeOffset target, out VirtualTimer? due)
    {
        due = null;
        if (!underWay.IsEmpty)
        {
            return false;
        }

        due = timers.DueBy(target);
        face.MoveTo(due?.Due ?? target);
        if (due is not null)
        {
            Take(due);
        }

        return true;
    }

    private void Take(VirtualTimer timer)
    {
        underWay.Add(timer.Firing);
        timers.TakeOut(timer, face.IsRunning && !face.IsHeld ? face.Now : null);
    }

    /// <summary>A timer due at once does not wait for the clock to be advanced: it is under way from this moment.</summary>
    private void FireSoon(VirtualTimer timer)
    {
        underWay.Add(timer.Firing);
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                var taken = false;
                lock (gate)
                {
                    if (timer.Due <= face.Now)
                    {
                        Take(timer);
                        taken = true;
                    }
                }

                try
                {
                    if (taken)
                    {
                        timer.Fire();
                    }
                }
                finally
                {
                    Release(timer.Firing);
                }
            },
            null);
    }

    private void Tick()
    {
        lock (gate)
        {
            if (!face.IsHeld)
            {
                FireDue();
                SetAlarm();
            }
        }
    }

    private bool FireDue()
    {
        var now = face.Now;
        var any = false;
        while (timers.DueBy(now) is { } next)
        {
            Take(next);
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), next, preferLocal: false);
            any = true;
        }

        return any;
    }

    private void SetAlarm()
    {
        if (setAlarm is not null && !face.IsHeld && timers.NextDue is { } due)
        {
            // Real timers count whole milliseconds and cut off the rest; rounding up spares an alarm before time.
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (due - face.Now).TotalMilliseconds)));
            setAlarm(wait < LongestAlarm ? wait : LongestAlarm);
        }
    }

    private Task WhenAsync(Func<bool> attempt, CancellationToken cancellationToken) =>
        state.WhenAsync(attempt, underWay.ToString, cancellationToken);
}
