using Engagement.Local.Clock;
using Engagement.Local.EventBridge.Rules;

namespace Engagement.Local.EventBridge.Schedules;

/// <summary>
/// Lets rules occur when their schedules say so, by the clock. An advance goes from occurrence to occurrence, and each has had its whole
/// effect before the next. Occurrences that a machine slept through are not made up for.
/// </summary>
/// <param name="clock">The cloud's clock.</param>
/// <param name="occur">Makes a rule's event of an instant, and delivers it.</param>
internal sealed class RuleSchedules(VirtualClock clock, Action<Rule, DateTimeOffset> occur) : IDisposable
{
    private volatile bool disposed;

    /// <summary>Begins with a rule's schedule; a rule that has none is left alone.</summary>
    /// <param name="bus">The rule's bus. The schedule ends when the rule is gone from there, or has another one.</param>
    /// <param name="rule">The rule.</param>
    public void Start(EventBus bus, Rule rule)
    {
        if (rule.Schedule is { } schedule)
        {
            Await(bus, rule.Name, schedule);
        }
    }

    public void Dispose() => disposed = true;

    private void Await(EventBus bus, string name, ISchedule schedule)
    {
        var now = clock.GetUtcNow();
        if (schedule.Next(now) is not { } due)
        {
            return;
        }

        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                if (!disposed && bus.Find(name) is { } rule && ReferenceEquals(rule.Schedule, schedule))
                {
                    Occur(bus, rule, schedule, due);
                }
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(due - now, Timeout.InfiniteTimeSpan);
    }

    private void Occur(EventBus bus, Rule rule, ISchedule schedule, DateTimeOffset due)
    {
        if (rule.Enabled)
        {
            occur(rule, due);
        }

        Await(bus, rule.Name, schedule);
    }
}
