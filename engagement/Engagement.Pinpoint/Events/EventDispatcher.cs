using Engagement.Definitions;
using Engagement.Pixel;
using Engagement.Telemetry;

namespace RecordPixelEvents.Recording;

/// <summary>
/// Sends events in batches, one after the other: Pinpoint takes about 15 calls a second from an account, so that calls side by side would
/// only be throttled, and two events of one endpoint must arrive in their order. So when some of an endpoint's events go back to the queue, its later ones go with them.
/// </summary>
internal sealed class EventDispatcher(IEventSink sink, TrackingPlan plan, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <returns>The ids of the messages whose events were neither recorded nor refused.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline, CancellationToken cancellation)
    {
        var returned = new Returned(metrics);
        var waiting = new Stack<EventBatch>(EventBatch.Of(events).Reverse());
        while (waiting.Count > 0)
        {
            if (!deadline.AllowsAttempt)
            {
                log.OutOfTime(waiting.Sum(batch => batch.Count));
                returned.Add(waiting.SelectMany(batch => batch.Events), ReturnReason.OutOfTime);
                break;
            }

            var batch = waiting.Pop();
            if (batch.Events.Where(returned.IsBehind).ToList() is { Count: > 0 } behind)
            {
                returned.Add(behind, ReturnReason.Behind);
                batch = batch.Without(behind);
            }

            if (batch.Count == 0)
            {
                continue;
            }

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
                    // The same again is refused again: what comes after need not wait for it.
                    returned.AddAlone(batch.Events, ReturnReason.PinpointBadRequest);
                    break;
                case BatchFailed failed:
                    log.SendFailed(batch.Count, failed.Problem);
                    returned.Add(batch.Events, failed.Throttled ? ReturnReason.PinpointThrottled : ReturnReason.PinpointFailed);
                    break;
                default:
                    throw new InvalidOperationException("A sink gave an outcome that is none of BatchAnswered, BatchRefused and BatchFailed.");
            }
        }

        return returned.MessageIds;
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

    private void Take(EventBatch batch, BatchAnswered answer, Returned returned)
    {
        foreach (var endpoint in batch.Endpoints)
        {
            var update = UpdateOf(endpoint, answer);
            foreach (var pending in endpoint.Events)
            {
                Take(pending, answer.Events.GetValueOrDefault(pending.Event.RequestId, new(ItemStatus.Failed, null)), endpoint, update, returned);
            }

            if (update.Status == ItemStatus.Refused)
            {
                metrics.Count(MetricName.EndpointsRefused);
            }
        }
    }

    // An answer that does not mention an endpoint leaves open what became of its user. Where there was nothing to write, it does not matter.
    private static ItemOutcome UpdateOf(EndpointEvents endpoint, BatchAnswered answer) =>
        answer.Endpoints.TryGetValue(endpoint.EndpointId, out var update) ? update
        : endpoint.User is null ? new(ItemStatus.Accepted, null)
        : new(ItemStatus.Failed, null);

    private void Take(PendingEvent pending, ItemOutcome outcome, EndpointEvents endpoint, ItemOutcome update, Returned returned)
    {
        switch (outcome.Status)
        {
            case ItemStatus.Refused:
                Reject(pending.Event, outcome.Message);
                break;
            case ItemStatus.Failed:
                log.SendFailed(1, "the event has no final result in Pinpoint's answer");
                returned.Add([pending], ReturnReason.PinpointFailed);
                break;
            case ItemStatus.Accepted when update.Status == ItemStatus.Failed:
                log.SendFailed(1, "the event's endpoint has no final result in Pinpoint's answer");
                returned.Add([pending], ReturnReason.PinpointFailed);
                break;
            default:
                TellOfRecorded(pending, endpoint, update);
                break;
        }
    }

    private void TellOfRecorded(PendingEvent pending, EndpointEvents endpoint, ItemOutcome update)
    {
        metrics.Count(MetricName.EventsRecorded);
        CountDropped(pending.Accepted.Dropped);
        // An event that says nothing of the user loses nothing by another's refused update.
        if (update.Status == ItemStatus.Refused && (pending.Event.User is not null || endpoint.User is null))
        {
            log.EndpointRefused(pending.Event, Masked(update, endpoint));
            metrics.Count(MetricName.EventsRecordedInPart);
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

    private string Masked(ItemOutcome outcome, EndpointEvents endpoint) => endpoint.Events.Aggregate(
        outcome.Message ?? "it gave no reason",
        (message, pending) => ValueMask.Apply(message, pending.Event, listed: plan.Find(pending.Event.Type) is not null));
}
