using Engagement.Local.FunctionClock;

namespace Engagement.Local.Clock;

/// <summary>
/// The one clock of the local cloud. Stopped, it moves only when it is advanced; running, it follows real time from
/// wherever it was last advanced to.
/// </summary>
/// <remarks>
/// <para>
/// Advancing promises that everything due by then <em>has happened</em>. The clock sees timers, but it cannot see a
/// continuation that waits in the thread pool, nor a process that computes. So whoever does something that others must
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
    private readonly SortedSet<VirtualTimer> timers = new(VirtualTimer.DueOrder);
    private readonly WorkRegister underWay = new();
    private readonly TimeProvider? real;
    private readonly Action<TimeSpan>? setAlarm;
    private TaskCompletionSource? changed;
    private DateTimeOffset anchor;
    private long anchorTimestamp;
    private long lastSequence;
    private bool advancing;
    private TimeSpan ahead;
    private Action<ClockReading>? moved;

    /// <summary>A stopped clock that shows this instant.</summary>
    public VirtualClock(DateTimeOffset start) => anchor = start.ToUniversalTime();

    private VirtualClock(TimeProvider real)
    {
        this.real = real;
        anchor = real.GetUtcNow();
        anchorTimestamp = real.GetTimestamp();
        var alarm = real.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        setAlarm = due => alarm.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A clock that runs with real time, from the present on.</summary>
    /// <param name="real">What real time is; <see cref="TimeProvider.System"/> where null.</param>
    public static VirtualClock Running(TimeProvider? real = null) => new(real ?? System);

    /// <summary>
    /// Tells of each stop, jump and start: a handler at once of the state in which it finds the clock, then of every change. It runs while the clock
    /// is locked, so it has to be quick, and must not ask the clock.
    /// </summary>
    public event Action<ClockReading> Moved
    {
        add
        {
            lock (gate)
            {
                moved += value;
                value(Reading);
            }
        }

        remove
        {
            lock (gate)
            {
                moved -= value;
            }
        }
    }

    /// <summary>Whether time passes by itself.</summary>
    public bool IsRunning => real is not null;

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
            return Now;
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

    /// <summary>Begins work in the thread pool. It is under way from before this returns until the task completes, save while it rests.</summary>
    /// <param name="name">What it is, as in <see cref="BeginWork"/>.</param>
    /// <param name="body">Does it, given its token.</param>
    public async Task RunWorkAsync(string name, Func<Work, Task> body)
    {
        using var work = BeginWork(name);
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await body(work).ConfigureAwait(false);
    }

    /// <summary>Completes when no work is under way and no timer is due now. A stopped clock fires those that are due; time does not move.</summary>
    /// <exception cref="OperationCanceledException">It did not come to that in time; the message says what is under way.</exception>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        IsRunning ? WhenAsync(() => !advancing && underWay.IsEmpty && !FireDue(), cancellationToken) : AdvanceAsync(TimeSpan.Zero, cancellationToken);

    /// <summary>
    /// Moves time forward, from timer to timer: each fires at exactly its instant, in order of due time and then of
    /// creation, once the work that the one before caused has ended. Completes when everything due by then has
    /// happened. Work that sets new timers within the window is part of it. Advances wait for each other. A running
    /// clock stands still meanwhile and runs on from the new instant.
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
                Changed();
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

            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : Now + dueTime;
            timer.Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
            if (timer.Due is not null)
            {
                Enqueue(timer);
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

    private DateTimeOffset Now => real is null || advancing ? anchor : anchor + real.GetElapsedTime(anchorTimestamp);

    private ClockReading Reading => real is null || advancing ? new(anchor, TimeSpan.Zero) : new(null, ahead);

    private async Task StepAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        await WhenAsync(TryStopTime, cancellationToken);
        try
        {
            var target = anchor + by;
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

    private bool TryStopTime()
    {
        if (advancing)
        {
            return false;
        }

        anchor = Now;
        advancing = true;
        moved?.Invoke(Reading);
        return true;
    }

    private void ResumeTime()
    {
        lock (gate)
        {
            anchorTimestamp = real?.GetTimestamp() ?? 0;
            ahead = real is null ? TimeSpan.Zero : anchor - real.GetUtcNow();
            advancing = false;
            moved?.Invoke(Reading);
            Changed();
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

        if (timers.Min is { } next && next.Due <= target)
        {
            anchor = next.Due > anchor ? next.Due.Value : anchor;
            Take(due = next);
        }
        else
        {
            anchor = target;
        }

        moved?.Invoke(Reading);
        return true;
    }

    private void Take(VirtualTimer timer)
    {
        timers.Remove(timer);
        underWay.Add(timer.Firing);
        if (timer.Period == TimeSpan.Zero)
        {
            timer.Due = null;
            return;
        }

        timer.Due += timer.Period;
        if (IsRunning && !advancing && timer.Due <= Now)
        {
            // Real time ran ahead, as after a suspended machine: ticks that were missed are not made up for.
            timer.Due = Now + timer.Period;
        }

        Enqueue(timer);
    }

    private void Enqueue(VirtualTimer timer)
    {
        timer.Sequence = ++lastSequence;
        timers.Add(timer);
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
                    if (timer.Due <= Now)
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
            if (!advancing)
            {
                FireDue();
                SetAlarm();
            }
        }
    }

    private bool FireDue()
    {
        var now = Now;
        var any = false;
        while (timers.Min is { } next && next.Due <= now)
        {
            Take(next);
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), next, preferLocal: false);
            any = true;
        }

        return any;
    }

    private void SetAlarm()
    {
        if (setAlarm is not null && !advancing && timers.Min?.Due is { } due)
        {
            // Real timers count whole milliseconds and cut off the rest; rounding up spares an alarm before time.
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (due - Now).TotalMilliseconds)));
            setAlarm(wait < LongestAlarm ? wait : LongestAlarm);
        }
    }

    private void Changed()
    {
        changed?.TrySetResult();
        changed = null;
    }

    private async Task WhenAsync(Func<bool> attempt, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (attempt())
                {
                    return;
                }

                change = (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            try
            {
                await change.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (e.CancellationToken == cancellationToken)
            {
                throw new OperationCanceledException($"Gave up waiting; still under way: {WhatIsUnderWay()}.", e, cancellationToken);
            }
        }
    }

    private string WhatIsUnderWay()
    {
        lock (gate)
        {
            return underWay.ToString();
        }
    }
}
