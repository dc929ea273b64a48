using Engagement.Sending;
using Engagement.Services;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Where shares of runs wait for a sender.</summary>
public interface IShareQueue
{
    /// <summary>Most messages that are handed over at once.</summary>
    const int Most = 10;

    /// <param name="messages">At most <see cref="Most"/>.</param>
    /// <param name="delay">How long they stay hidden, at most <see cref="SendingRules.LongestPause"/>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">Not all of them are queued.</exception>
    Task SendAsync(IReadOnlyList<ShareMessage> messages, TimeSpan delay, CancellationToken cancellation);
}
