using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Engagement.Reminders.Shares;

namespace SendReminders;

/// <summary>Takes shares of reminders' hours from the queue, one after the other, and answers which messages go back to it.</summary>
internal sealed class SendRemindersHandler(ReminderShareSender shares)
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
