namespace Engagement.Pinpoint.Events;

/// <summary>Takes one call of events.</summary>
public interface IEventSink
{
    /// <summary>Sends one batch.</summary>
    /// <param name="batch">At least one event.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="ServiceException">
    /// The call did not come through. <see cref="ServiceFailure.Refused"/>: something in it spoils it for all, and the same again is
    /// refused again.
    /// </exception>
    Task<BatchAnswer> SendAsync(EventBatch batch, CancellationToken cancellation);
}
