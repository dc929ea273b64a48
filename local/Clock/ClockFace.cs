using Engagement.Local.FunctionClock;

namespace Engagement.Local.Clock;

/// <summary>What a clock shows: an instant that stands still, or one that real time moves on from. Guarded by its clock.</summary>
internal sealed class ClockFace
{
    private readonly TimeProvider? real;
    private DateTimeOffset anchor;
    private long anchorTimestamp;
    private TimeSpan ahead;
    private Action<ClockReading>? moved;

    /// <summary>Stands still.</summary>
    public ClockFace(DateTimeOffset start) => anchor = start.ToUniversalTime();

    /// <summary>Runs with real time, from the present on.</summary>
    public ClockFace(TimeProvider real)
    {
        this.real = real;
        anchor = real.GetUtcNow();
        anchorTimestamp = real.GetTimestamp();
    }

    /// <summary>Whether real time moves it, save while it is held.</summary>
    public bool IsRunning => real is not null;

    /// <summary>Whether a caller holds it. Then this caller alone moves it.</summary>
    public bool IsHeld { get; private set; }

    public DateTimeOffset Now => real is null || IsHeld ? anchor : anchor + real.GetElapsedTime(anchorTimestamp);

    private ClockReading Reading => real is null || IsHeld ? new(anchor, TimeSpan.Zero) : new(null, ahead);

    /// <summary>Tells of what it shows at once, then of every change.</summary>
    public void Add(Action<ClockReading> watcher)
    {
        moved += watcher;
        watcher(Reading);
    }

    public void Remove(Action<ClockReading> watcher) => moved -= watcher;

    /// <summary>Stops it to be moved.</summary>
    /// <returns>False while another caller holds it.</returns>
    public bool TryHold()
    {
        if (IsHeld)
        {
            return false;
        }

        anchor = Now;
        IsHeld = true;
        moved?.Invoke(Reading);
        return true;
    }

    /// <summary>Moves it on, while it is held; an instant that is past leaves it where it is.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        anchor = instant > anchor ? instant : anchor;
        moved?.Invoke(Reading);
    }

    /// <summary>Lets it run on from where it is, if it does.</summary>
    public void Release()
    {
        if (real is not null)
        {
            anchorTimestamp = real.GetTimestamp();
            ahead = anchor - real.GetUtcNow();
        }

        IsHeld = false;
        moved?.Invoke(Reading);
    }
}
