using Engagement.Definitions;
using Engagement.Pixel;
using Engagement.Telemetry;

namespace RecordPixelEvents.Recording;

/// <summary>
/// Sends events in batches, one after the other: Pinpoint takes about 15 calls a second from an account, so that calls side by side would
/// only be throttled, and two events of one endpoint must arrive in their order.
/// </summary>
internal sealed class EventDispatcher(IEventSink sink, TrackingPlan plan, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <returns>The ids of the messages whose events were neither recorded nor refused.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline, CancellationToken cancellation)
    {
        var returned = new List<string>();
        var waiting = new Stack<EventBatch>(EventBatch.Of(events).Reverse());
        while (waiting.Count > 0)
        {
            if (!deadline.AllowsAttempt)
            {
                log.OutOfTime(waiting.Sum(batch => batch.Count));
                Return(waiting.SelectMany(batch => batch.Events), ReturnReason.OutOfTime, returned);
                break;
            }

            var batch = waiting.Pop();
            switch (await CallAsync(batch, cancellation))
            {
                case BatchAnswered answer:
                    Take(batch, answer, returned);
                    break;
                case BatchRefused when batch.Count > 1:
                    // One event spoils the call for all: find it by halves, so that the others are recorded.
                    var (first, second) = batch.Halves();
                    waiting.Push(second);
                    waiting.Push(first);
                    break;
                case BatchRefused refused:
                    log.SendFailed(batch.Count, refused.Problem);
                    Return(batch.Events, ReturnReason.PinpointBadRequest, returned);
                    break;
                case BatchFailed failed:
                    log.SendFailed(batch.Count, failed.Problem);
                    Return(batch.Events, failed.Throttled ? ReturnReason.PinpointThrottled : ReturnReason.PinpointFailed, returned);
                    break;
                default:
                    throw new InvalidOperationException("A sink gave an outcome that is none of BatchAnswered, BatchRefused and BatchFailed.");
            }
        }

        return returned;
    }

    private async Task<BatchOutcome> CallAsync(EventBatch batch, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var outcome = await sink.SendAsync(batch, cancellation);
        metrics.Duration(MetricName.PinpointDuration, time.GetElapsedTime(start));
        metrics.Count(MetricName.PinpointCalls);
        if (outcome is BatchFailed { Throttled: true })
        {
            metrics.Count(MetricName.PinpointThrottled);
        }
        else if (outcome is not BatchAnswered)
        {
            metrics.Count(MetricName.PinpointErrors);
        }

        return outcome;
    }

    private void Take(EventBatch batch, BatchAnswered answer, List<string> returned)
    {
        foreach (var endpoint in batch.Endpoints)
        {
            foreach (var pending in endpoint.Events)
            {
                Take(pending, answer.Events.GetValueOrDefault(pending.Event.RequestId, new(ItemStatus.Failed, null)), returned);
            }

            if (answer.Endpoints.TryGetValue(endpoint.EndpointId, out var update) && update.Status != ItemStatus.Accepted)
            {
                var last = endpoint.Events[^1].Event;
                log.EndpointRefused(last.RequestId, Masked(update, endpoint));
                metrics.Count(MetricName.EndpointsRefused);
            }
        }
    }

    private void Take(PendingEvent pending, ItemOutcome outcome, List<string> returned)
    {
        switch (outcome.Status)
        {
            case ItemStatus.Accepted:
                metrics.Count(MetricName.EventsRecorded);
                CountDropped(pending.Accepted.Dropped);
                break;
            case ItemStatus.Refused:
                Reject(pending.Event, outcome.Message);
                break;
            default:
                log.SendFailed(1, "the event has no final result in Pinpoint's answer");
                Return([pending], ReturnReason.PinpointFailed, returned);
                break;
        }
    }

    private void Reject(PixelEvent refused, string? message)
    {
        var planned = plan.Find(refused.Type);
        log.Rejected(new()
        {
            RequestId = refused.RequestId,
            At = refused.At,
            Reason = RejectionReason.PinpointRefused,
            EventType = ShownEventType.Of(refused.Type, planned),
            Message = $"Pinpoint refused the event: {ValueMask.Apply(message ?? "it gave no reason", refused, listed: planned is not null)}",
        });
        metrics.Count(MetricName.EventsRejected, reason: RejectionReason.PinpointRefused.Code());
    }

    private void CountDropped(DroppedParameters dropped)
    {
        Count(dropped.Unlisted, "unlisted");
        Count(dropped.UnsignedUser, "unsignedUser");
        Count(dropped.Unknown, "unknownParameter");
        Count(dropped.UnknownTimeZone, "unknownTimeZone");

        void Count(int parameters, string reason)
        {
            if (parameters > 0)
            {
                metrics.Count(MetricName.AttributesDropped, parameters, reason);
            }
        }
    }

    private void Return(IEnumerable<PendingEvent> events, string reason, List<string> returned)
    {
        foreach (var messageId in events.SelectMany(pending => pending.MessageIds))
        {
            returned.Add(messageId);
            metrics.Count(MetricName.EventsReturned, reason: reason);
        }
    }

    private string Masked(ItemOutcome outcome, EndpointEvents endpoint) => endpoint.Events.Aggregate(
        outcome.Message ?? "it gave no reason",
        (message, pending) => ValueMask.Apply(message, pending.Event, listed: plan.Find(pending.Event.Type) is not null));
}
