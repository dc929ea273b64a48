using Engagement.Functions;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Journeys;

/// <summary>
/// Takes messages of the journeys' queue, and moves their customers on. When the service takes no message at all, it rests, and drops what
/// it is given: the customers stay due, and later sweeps find them.
/// </summary>
public sealed class JourneyMoves(IJourneyBooks books, JourneyMover mover, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    private DateTimeOffset restsUntil;

    /// <returns>Whether the message is done with; otherwise it goes back to the queue.</returns>
    public async Task<bool> MoveAsync(QueueMessage queued, Deadline deadline)
    {
        if (CustomersToMove.Parse(queued.Body) is not { } message)
        {
            log.Unreadable(queued.Id);
            metrics.Count(MetricName.JourneyMovesReturned, reason: ReturnReason.Unreadable);
            return false;
        }

        if (time.GetUtcNow() < restsUntil)
        {
            return true;
        }

        return await MoveAsync(message, deadline);
    }

    // A customer who cannot be moved on keeps none of the others.
    private async Task<bool> MoveAsync(CustomersToMove message, Deadline deadline)
    {
        var all = true;
        foreach (var endpointId in message.Endpoints)
        {
            try
            {
                if (!await mover.MoveAsync(endpointId, books, deadline))
                {
                    restsUntil = time.GetUtcNow() + SendingRules.Rest;
                    return all;
                }
            }
            catch (ServiceException exception)
            {
                all = Failed(exception);
            }
        }

        return all;
    }

    private bool Failed(ServiceException exception)
    {
        log.MoveFailed(exception.Message);
        metrics.Count(MetricName.JourneyMovesReturned, reason: "failed");
        return false;
    }
}
