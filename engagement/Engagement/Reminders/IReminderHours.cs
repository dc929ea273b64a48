using Engagement.Services;

namespace Engagement.Reminders;

/// <summary>How a platform begins an hour of reminders.</summary>
public interface IReminderHours
{
    /// <summary>Has a message sent to the customers who are due in an hour. The same again changes nothing.</summary>
    /// <param name="message">The message.</param>
    /// <param name="hour">The hour, and the one before it. What lies between was missed, and is caught up.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The hour has not begun.</exception>
    Task BeginAsync(ReminderMessage message, SlidHour hour, CancellationToken cancellation);
}
