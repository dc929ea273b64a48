using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Writing;

/// <summary>
/// Writes user attributes in batches, one after the other. A platform takes few such calls a second and would throttle calls side by side.
/// </summary>
public sealed class AttributeWriter(IUserAttributes endpoints, LogWriter log, MetricsWriter metrics)
{
    /// <returns>The ids of the messages that go back to the queue.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<QueueMessage> messages, Deadline deadline)
    {
        var returned = new List<string>();
        var waiting = new Stack<IReadOnlyList<EndpointUpdate>>(endpoints.Divide(Merge(messages, returned)).Reverse());
        while (waiting.TryPop(out var batch))
        {
            if (!deadline.AllowsMore)
            {
                log.OutOfTime(batch.Count);
                SendBack(batch, ReturnReason.OutOfTime, returned);
            }
            else if (await TryWriteAsync(batch, deadline.Cancellation) is not { } failure)
            {
                metrics.Count(MetricName.UserAttributesWritten, batch.Count);
            }
            else if (failure.Failure == ServiceFailure.Refused && batch.Count > 1)
            {
                // One endpoint spoils the call for all: find it by halves, so that the others are written.
                waiting.Push([.. batch.Skip(batch.Count / 2)]);
                waiting.Push([.. batch.Take(batch.Count / 2)]);
            }
            else
            {
                log.WriteFailed(batch.Count, failure.Message);
                SendBack(batch, endpoints.ReasonFor(failure.Failure), returned);
            }
        }

        return returned;
    }

    private Dictionary<string, EndpointUpdate>.ValueCollection Merge(IReadOnlyList<QueueMessage> messages, List<string> returned)
    {
        // Endpoint ids that differ only in case are one endpoint.
        var updates = new Dictionary<string, EndpointUpdate>(StringComparer.OrdinalIgnoreCase);
        foreach (var queued in messages)
        {
            if (WriteMessage.Parse(queued.Body) is not { } message)
            {
                log.Unreadable(queued.Id);
                metrics.Count(MetricName.UserAttributesReturned, reason: ReturnReason.Unreadable);
                returned.Add(queued.Id);
                continue;
            }

            if (!updates.TryGetValue(message.EndpointId, out var update))
            {
                updates.Add(message.EndpointId, update = new(message.EndpointId));
            }

            update.Add(queued.Id, message);
        }

        return updates.Values;
    }

    private async Task<ServiceException?> TryWriteAsync(IReadOnlyList<EndpointUpdate> batch, CancellationToken cancellation)
    {
        try
        {
            await endpoints.UpdateAsync(batch, cancellation);
            return null;
        }
        catch (ServiceException exception)
        {
            return exception;
        }
    }

    private void SendBack(IEnumerable<EndpointUpdate> batch, string reason, List<string> returned)
    {
        foreach (var messageId in batch.SelectMany(update => update.MessageIds))
        {
            returned.Add(messageId);
            metrics.Count(MetricName.UserAttributesReturned, reason: reason);
        }
    }
}
