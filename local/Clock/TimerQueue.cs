namespace Engagement.Local.Clock;

/// <summary>
/// The timers of a clock that are set, by the instant at which they are due and then by the order in which they were set. Guarded by the
/// clock.
/// </summary>
internal sealed class TimerQueue
{
    private readonly SortedSet<VirtualTimer> timers = new(VirtualTimer.DueOrder);
    private long lastSequence;

    /// <summary>When the next one is due; null where there is none.</summary>
    public DateTimeOffset? NextDue => timers.Min?.Due;

    /// <summary>The next one, where it is due by then.</summary>
    public VirtualTimer? DueBy(DateTimeOffset instant) => timers.Min is { } next && next.Due <= instant ? next : null;

    public void Add(VirtualTimer timer)
    {
        timer.Sequence = ++lastSequence;
        timers.Add(timer);
    }

    public void Remove(VirtualTimer timer) => timers.Remove(timer);

    /// <summary>Takes out one that is about to fire; one with a period is set again.</summary>
    /// <param name="timer">Which.</param>
    /// <param name="present">Where real time may run ahead, as after a suspended machine: ticks that were missed by then are not made up
    /// for.</param>
    public void TakeOut(VirtualTimer timer, DateTimeOffset? present)
    {
        timers.Remove(timer);
        if (timer.Period == TimeSpan.Zero)
        {
            timer.Due = null;
            return;
        }

        timer.Due += timer.Period;
        if (timer.Due <= present)
        {
            timer.Due = present + timer.Period;
        }

        Add(timer);
    }
}
