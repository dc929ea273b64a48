using Amazon.Lambda.SQSEvents;
using Engagement.CompanyEvents.Runs;
using Engagement.Functions;

namespace SendCampaign;

/// <summary>Takes shares of runs from the queue, one after the other, and answers which messages go back to it.</summary>
internal sealed class SendCampaignHandler(ShareSender shares)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline)
    {
        var returned = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var record in batch.Records)
        {
            if (!await shares.SendAsync(new QueueMessage(record.MessageId, record.Body), deadline))
            {
                returned.Add(new() { ItemIdentifier = record.MessageId });
            }
        }

        return new SQSBatchResponse(returned);
    }
}
