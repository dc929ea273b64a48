using Engagement.Pixel;
using Engagement.Telemetry;

namespace RecordPixelEvents.Recording;

/// <summary>Records what the messages of one invocation bring.</summary>
internal sealed class PixelRecorder(PixelJudge judge, EventDispatcher dispatcher, LogWriter log, MetricsWriter metrics)
{
    /// <returns>The ids of the messages that go back to the queue.</returns>
    public async Task<IReadOnlyList<string>> RecordAsync(IReadOnlyList<QueueMessage> messages, Deadline deadline)
    {
        using var cancellation = deadline.NewCancellation();
        var returned = new List<string>();
        try
        {
            var decisions = await judge.JudgeAsync(messages, cancellation.Token);
            var accepted = Sort(messages, decisions, returned);
            returned.AddRange(await dispatcher.SendAsync(accepted, deadline, cancellation.Token));
            return returned;
        }
        finally
        {
            metrics.Flush();
        }
    }

    private Dictionary<string, PendingEvent>.ValueCollection Sort(IReadOnlyList<QueueMessage> messages, PixelDecision[] decisions, List<string> returned)
    {
        var accepted = new Dictionary<string, PendingEvent>(StringComparer.Ordinal);
        var rejected = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < messages.Count; i++)
        {
            var id = messages[i].Id;
            switch (decisions[i])
            {
                case PixelAccepted acceptance when accepted.TryGetValue(acceptance.Event.RequestId, out var known):
                    known.MessageIds.Add(id);
                    break;
                case PixelAccepted acceptance:
                    accepted.Add(acceptance.Event.RequestId, new(acceptance, [id]));
                    break;
                case PixelRejected rejection when rejected.Add(rejection.RequestId):
                    log.Rejected(rejection);
                    metrics.Count(MetricName.EventsRejected, reason: rejection.Reason.Code());
                    break;
                case PixelUndecided:
                    Return(id, ReturnReason.SecretUnavailable);
                    break;
                case PixelUnreadable unreadable:
                    log.Unreadable(id, unreadable.Problem);
                    Return(id, ReturnReason.Unreadable);
                    break;
                default:
                    break;
            }
        }

        return accepted.Values;

        void Return(string messageId, string reason)
        {
            returned.Add(messageId);
            metrics.Count(MetricName.EventsReturned, reason: reason);
        }
    }
}
