namespace Engagement.Reminders;

/// <summary>The truth about reminders: which hour each segment was slid to, and who got what. Writes are conditional.</summary>
public interface IReminderLedger
{
    /// <summary>Where a message's segment is; null when it was never moved.</summary>
    /// <exception cref="ServiceException">The ledger could not be asked.</exception>
    Task<SlidHour?> HourOfAsync(string message, CancellationToken cancellation);

    /// <summary>Notes the hour that a message's segment was slid to.</summary>
    /// <returns>False when it was slid to that hour or a later one before; nothing is changed then.</returns>
    /// <exception cref="ServiceException">The ledger could not be written.</exception>
    Task<bool> TryAdvanceAsync(string message, SlidHour hour, CancellationToken cancellation);

    /// <summary>
    /// Claims messages, each for one customer and date. A claim is the caller's own when there was none before, or when the same attempt
    /// made it. That is a claim of the same hour, made a moment ago by an invocation whose answer was lost.
    /// </summary>
    /// <param name="reminders">What is about to be sent, at most 50.</param>
    /// <param name="hour">The hour that it is sent in.</param>
    /// <param name="cancellation">Gives up on those that are not claimed yet.</param>
    /// <returns>The endpoints whose claim is the caller's own.</returns>
    /// <exception cref="ServiceException">The ledger could not be asked.</exception>
    Task<IReadOnlySet<string>> ClaimAsync(IReadOnlyList<SentReminder> reminders, DateTimeOffset hour, CancellationToken cancellation);
}
