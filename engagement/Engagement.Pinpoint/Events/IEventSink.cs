namespace RecordPixelEvents.Recording;

/// <summary>Where events are recorded.</summary>
internal interface IEventSink
{
    /// <summary>Sends one batch. Failures of the call are outcomes, not exceptions.</summary>
    /// <param name="batch">At least one event.</param>
    /// <param name="cancellation">Ends the attempt; the outcome is then <see cref="BatchFailed"/>.</param>
    Task<BatchOutcome> SendAsync(EventBatch batch, CancellationToken cancellation);
}
