namespace Engagement.Sending;

/// <summary>The way to the customers: renders a message and sends it once.</summary>
public interface IMessages
{
    /// <summary>
    /// Sends a message. The caller has waited for its turn (<see cref="SendingPace"/>) and claimed it. It settles the claim by the
    /// outcome.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Ends the call. Where the call is under way, the outcome is <see cref="SendOutcome.Unknown"/>.</param>
    /// <returns>What became of it. No failure of the service is thrown.</returns>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}
