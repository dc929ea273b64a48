using Engagement.Functions;
using Engagement.Reminders;

namespace SlideReminders;

/// <summary>Moves the segments of reminders on, each hour.</summary>
internal sealed class SlideRemindersHandler(ReminderSweep sweep)
{
    /// <exception cref="ArgumentException">The payload tells no time.</exception>
    /// <exception cref="ServiceException">Some segments could not be moved: the caller has to call again.</exception>
    public async Task<SlideAnswer> HandleAsync(ScheduledEvent scheduled, Deadline deadline)
    {
        // The schedule's time and not the machine's: an event that comes late, or again, is about its own hour.
        var at = scheduled.Time ?? throw new ArgumentException(
            "The payload has no 'time'. The function is for an EventBridge schedule; by hand: {\"time\":\"2026-12-01T09:00:00Z\"}.",
            nameof(scheduled));
        var hour = HourSlot.From(at);
        return new(hour, await sweep.SweepAsync(hour, deadline.Cancellation));
    }
}
