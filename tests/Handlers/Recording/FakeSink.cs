using Engagement.Pinpoint;
using Engagement.Pinpoint.Events;
using Engagement.Pixel.Recording;
using Engagement.Services;

namespace Handlers.Tests.Recording;

/// <summary>Takes every event, unless told otherwise.</summary>
internal sealed class FakeSink : IEventSink
{
    public List<EventBatch> Batches { get; } = [];

    /// <summary>What a batch gets; by default <see cref="AllAccepted"/>.</summary>
    public Func<EventBatch, BatchAnswer> Outcome { get; set; } = AllAccepted;

    public static BatchAnswer AllAccepted(EventBatch batch) => Each(batch, _ => new(ItemStatus.Accepted, "Accepted"));

    public static BatchAnswer Each(EventBatch batch, Func<PendingEvent, ItemOutcome> outcome) => new(
        batch.Events.ToDictionary(pending => pending.Event.RequestId, outcome),
        batch.Endpoints.ToDictionary(endpoint => endpoint.EndpointId, _ => new ItemOutcome(ItemStatus.Accepted, "Accepted")));

    public static BatchAnswer Refuse() => throw new ServiceException(ServiceFailure.Refused, "Pinpoint: BadRequestException");

    public static BatchAnswer Throttle() => throw new ServiceException(ServiceFailure.Throttled, "Pinpoint: TooManyRequestsException");

    public static BatchAnswer Fail() => throw new ServiceException(ServiceFailure.Failed, "Pinpoint: InternalServerErrorException");

    public Task<BatchAnswer> SendAsync(EventBatch batch, CancellationToken cancellation)
    {
        Batches.Add(batch);
        return Task.FromResult(cancellation.IsCancellationRequested ? Fail() : Outcome(batch));
    }
}
