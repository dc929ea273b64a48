using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Engagement.Handlers;
using Engagement.Journeys;

namespace MoveCustomers;

/// <summary>Takes customers who are due in journeys from the queue, and answers which messages go back to it.</summary>
internal sealed class MoveCustomersHandler(JourneyMoves moves)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.EachAsync(batch, message => moves.MoveAsync(message, deadline));
}
