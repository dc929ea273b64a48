using Amazon.Lambda.SQSEvents;
using Engagement.Consent;
using Engagement.Functions;

namespace Unsubscribe;

/// <summary>Takes the choices of readers from the queue, one after the other, and answers which of them go back to it.</summary>
internal sealed class UnsubscribeHandler(UnsubscribeRecorder recorder)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline)
    {
        var returned = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var record in batch.Records)
        {
            if (!await recorder.RecordAsync(new QueueMessage(record.MessageId, record.Body), deadline.Cancellation))
            {
                returned.Add(new() { ItemIdentifier = record.MessageId });
            }
        }

        return new SQSBatchResponse(returned);
    }
}
