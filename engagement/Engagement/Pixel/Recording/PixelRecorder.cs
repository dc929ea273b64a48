using Engagement.Functions;
using Engagement.Telemetry;

namespace Engagement.Pixel.Recording;

/// <summary>Records what the messages of one invocation bring.</summary>
public sealed class PixelRecorder(PixelJudge judge, IEventRecorder recorder, LogWriter log, MetricsWriter metrics)
{
    /// <returns>The ids of the messages that go back to the queue.</returns>
    public async Task<IReadOnlyList<string>> RecordAsync(IReadOnlyList<QueueMessage> messages, Deadline deadline)
    {
        var returned = new List<string>();
        var decisions = await judge.JudgeAsync(messages, deadline.Cancellation);
        var accepted = Accept(messages, decisions, returned);
        returned.AddRange(await recorder.RecordAsync(accepted, deadline));
        return returned;
    }

    /// <summary>
    /// Gives the accepted events, each once; reports the rejected, and adds what goes back to <paramref name="returned"/>.
    /// </summary>
    private Dictionary<string, PendingEvent>.ValueCollection Accept(
        IReadOnlyList<QueueMessage> messages, PixelDecision[] decisions, List<string> returned)
    {
        var accepted = new Dictionary<string, PendingEvent>(messages.Count, StringComparer.Ordinal);
        var rejected = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < messages.Count; i++)
        {
            var id = messages[i].Id;
            switch (decisions[i])
            {
                case PixelAccepted acceptance when accepted.TryGetValue(acceptance.Event.RequestId, out var known):
                    accepted[acceptance.Event.RequestId] = known with { MessageIds = [.. known.MessageIds, id] };
                    break;
                case PixelAccepted acceptance:
                    accepted.Add(acceptance.Event.RequestId, new(acceptance, [id]));
                    break;
                case PixelRejected rejection when rejected.Add(rejection.RequestId):
                    log.Rejected(rejection);
                    metrics.Count(MetricName.EventsRejected, reason: rejection.Reason.Code());
                    break;
                case PixelUndecided:
                    SendBack(id, ReturnReason.SecretUnavailable);
                    break;
                case PixelUnreadable unreadable:
                    log.Unreadable(id, unreadable.Problem);
                    SendBack(id, ReturnReason.Unreadable);
                    break;
                default:
                    break;
            }
        }

        return accepted.Values;

        void SendBack(string messageId, string reason)
        {
            returned.Add(messageId);
            metrics.Count(MetricName.EventsReturned, reason: reason);
        }
    }
}
