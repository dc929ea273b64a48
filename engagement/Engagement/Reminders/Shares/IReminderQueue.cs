using Engagement.Sending;
using Engagement.Services;

namespace Engagement.Reminders.Shares;

/// <summary>Where shares of reminders' hours wait for a sender.</summary>
public interface IReminderQueue
{
    /// <param name="shares">At most 10.</param>
    /// <param name="delay">How long they stay hidden, at most <see cref="SendingRules.LongestPause"/>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">Not all of them are queued.</exception>
    Task SendAsync(IReadOnlyList<ReminderShare> shares, TimeSpan delay, CancellationToken cancellation);
}
