using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Pinpoint.Events;

/// <summary>
/// Sends events in batches, one after the other. Pinpoint takes about 15 calls a second from an account and would throttle calls side by
/// side. Two events of one endpoint must arrive in their order: when some of an endpoint's events go back to the queue, its later ones go
/// with them.
/// </summary>
public sealed class PinpointEventRecorder(IEventSink sink, TrackingPlan plan, LogWriter log, MetricsWriter metrics) : IEventRecorder
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RecordAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline)
    {
        var returned = new Returned(metrics);
        var waiting = new Stack<EventBatch>(EventBatch.Divide(events).Reverse());
        while (waiting.Count > 0)
        {
            if (!deadline.AllowsMore)
            {
                log.OutOfTime(waiting.Sum(batch => batch.Count));
                returned.Add(waiting.SelectMany(batch => batch.Events), ReturnReason.OutOfTime);
                break;
            }

            var batch = waiting.Pop();
            if (returned.MessageIds.Count > 0 && batch.Events.Where(returned.IsBehind).ToList() is { Count: > 0 } behind)
            {
                returned.Add(behind, PinpointReturnReason.Behind);
                batch = batch.Without(behind);
            }

            if (batch.Count == 0)
            {
                continue;
            }

            try
            {
                Settle(batch, await sink.SendAsync(batch, deadline.Cancellation), returned);
            }
            catch (ServiceException exception) when (exception.Failure == ServiceFailure.Refused && batch.Count > 1)
            {
                // One event spoils the call for all: find it by halves, so that the others are recorded.
                var (first, second) = batch.Halves();
                waiting.Push(second);
                waiting.Push(first);
            }
            catch (ServiceException exception)
            {
                log.SendFailed(batch.Count, exception.Message);
                SendBack(batch, exception.Failure, returned);
            }
        }

        return returned.MessageIds;
    }

    private static void SendBack(EventBatch batch, ServiceFailure failure, Returned returned)
    {
        var reason = PinpointReturnReason.From(failure);
        if (failure == ServiceFailure.Refused)
        {
            // The same again is refused again: what comes after need not wait for it.
            returned.AddAlone(batch.Events, reason);
            return;
        }

        returned.Add(batch.Events, reason);
    }

    private void Settle(EventBatch batch, BatchAnswer answer, Returned returned)
    {
        var recorded = new List<PendingEvent>(batch.Count);
        foreach (var endpoint in batch.Endpoints)
        {
            var update = UpdateOf(endpoint, answer);
            foreach (var pending in endpoint.Events)
            {
                Settle(
                    pending,
                    answer.Events.GetValueOrDefault(pending.Event.RequestId, new(ItemStatus.Failed, null)),
                    endpoint,
                    update,
                    recorded,
                    returned);
            }

            if (update.Status == ItemStatus.Refused)
            {
                metrics.Count(MetricName.EndpointsRefused);
            }
        }

        metrics.CountRecorded(recorded);
    }

    // An answer that does not mention an endpoint leaves open what became of its user. Where there was nothing to write, it does not
    // matter.
    private static ItemOutcome UpdateOf(EndpointEvents endpoint, BatchAnswer answer) =>
        answer.Endpoints.TryGetValue(endpoint.EndpointId, out var update) ? update
        : endpoint.User is null ? new(ItemStatus.Accepted, null)
        : new(ItemStatus.Failed, null);

    private void Settle(
        PendingEvent pending,
        ItemOutcome outcome,
        EndpointEvents endpoint,
        ItemOutcome update,
        List<PendingEvent> recorded,
        Returned returned)
    {
        switch (outcome.Status)
        {
            case ItemStatus.Refused:
                Reject(pending.Event, outcome.Message);
                break;
            case ItemStatus.Failed:
                log.SendFailed(1, "the event has no final result in Pinpoint's answer");
                returned.Add([pending], PinpointReturnReason.Failed);
                break;
            case ItemStatus.Accepted when update.Status == ItemStatus.Failed:
                log.SendFailed(1, "the event's endpoint has no final result in Pinpoint's answer");
                returned.Add([pending], PinpointReturnReason.Failed);
                break;
            default:
                recorded.Add(pending);
                ReportRefusedUpdate(pending, endpoint, update);
                break;
        }
    }

    private void ReportRefusedUpdate(PendingEvent pending, EndpointEvents endpoint, ItemOutcome update)
    {
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
        log.Refused(
            refused,
            ShownEventType.From(refused.Type, planned),
            ValueMask.Apply(message ?? "it gave no reason", refused, listed: planned is not null));
        metrics.Count(MetricName.EventsRejected, reason: EventsLog.PinpointRefused);
    }

    private string Masked(ItemOutcome outcome, EndpointEvents endpoint) => endpoint.Events.Aggregate(
        outcome.Message ?? "it gave no reason",
        (message, pending) => ValueMask.Apply(message, pending.Event, listed: plan.Find(pending.Event.Type) is not null));
}
