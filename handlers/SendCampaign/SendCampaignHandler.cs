using Amazon.Lambda.SQSEvents;
using Engagement.CompanyEvents.Runs;
using Engagement.Functions;
using Engagement.Handlers;

namespace SendCampaign;

/// <summary>Takes shares of runs from the queue, one after the other, and answers which messages go back to it.</summary>
internal sealed class SendCampaignHandler(ShareSender shares)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.EachAsync(batch, message => shares.SendAsync(message, deadline));
}
