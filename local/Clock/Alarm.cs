namespace Engagement.Local.Clock;

/// <summary>
/// Calls back at one instant of a clock, which can be moved; for a component that has many instants and watches the earliest.
/// </summary>
internal sealed class Alarm
{
    private readonly Lock gate = new();
    private readonly VirtualClock clock;
    private readonly Action<TimeSpan> change;
    private DateTimeOffset? at;

    /// <param name="clock">Whose time counts.</param>
    /// <param name="ring">Called once at each instant set; under way while it runs. An instant may be past by then on a running
    /// clock.</param>
    public Alarm(VirtualClock clock, Action ring)
    {
        this.clock = clock;
        var timer = clock.CreateTimer(_ => Ring(ring), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        change = due => timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets the instant, in place of any other; null for none.</summary>
    public void Set(DateTimeOffset? instant)
    {
        lock (gate)
        {
            if (instant == at)
            {
                return;
            }

            at = instant;
            var wait = instant - clock.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
            change(wait >= TimeSpan.Zero || instant is null ? wait : TimeSpan.Zero);
        }
    }

    private void Ring(Action ring)
    {
        lock (gate)
        {
            at = null;
        }

        ring();
    }
}
