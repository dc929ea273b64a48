using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Engagement.Handlers;
using Engagement.Reminders.Shares;

namespace SendReminders;

/// <summary>Takes shares of reminders' hours from the queue, one after the other, and answers which messages go back to it.</summary>
internal sealed class SendRemindersHandler(ReminderShareSender shares)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.EachAsync(batch, message => shares.SendAsync(message, deadline));
}
