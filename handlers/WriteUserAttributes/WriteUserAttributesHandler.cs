using Amazon.Lambda.SQSEvents;
using Engagement.CompanyEvents.Writing;
using Engagement.Functions;

namespace WriteUserAttributes;

/// <summary>Takes a batch of the queue's messages and answers which of them go back to it.</summary>
internal sealed class WriteUserAttributesHandler(AttributeWriter writer)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline)
    {
        var messages = batch.Records.ConvertAll(record => new QueueMessage(record.MessageId, record.Body));
        var returned = await writer.WriteAsync(messages, deadline);
        return new SQSBatchResponse([.. returned.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }
}
