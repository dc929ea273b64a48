using RecordPixelEvents.Recording;

namespace Handlers.Tests.Recording;

/// <summary>Takes every event, unless told otherwise.</summary>
internal sealed class FakeSink : IEventSink
{
    public List<EventBatch> Batches { get; } = [];

    /// <summary>What a batch gets; by default <see cref="AllAccepted"/>.</summary>
    public Func<EventBatch, BatchOutcome> Outcome { get; set; } = AllAccepted;

    public static BatchAnswered AllAccepted(EventBatch batch) => Each(batch, _ => new(ItemStatus.Accepted, "Accepted"));

    public static BatchAnswered Each(EventBatch batch, Func<PendingEvent, ItemOutcome> outcome) => new(
        batch.Events.ToDictionary(pending => pending.Event.RequestId, outcome),
        batch.Endpoints.ToDictionary(endpoint => endpoint.EndpointId, _ => new ItemOutcome(ItemStatus.Accepted, "Accepted")));

    public Task<BatchOutcome> SendAsync(EventBatch batch, CancellationToken cancellation)
    {
        Batches.Add(batch);
        return Task.FromResult(cancellation.IsCancellationRequested ? new BatchFailed(false, "OperationCanceledException") : Outcome(batch));
    }
}
