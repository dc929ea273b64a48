using Amazon.Lambda.SQSEvents;
using Engagement.CompanyEvents.Writing;
using Engagement.Functions;
using Engagement.Handlers;

namespace WriteUserAttributes;

/// <summary>Takes a batch of the queue's messages and answers which of them go back to it.</summary>
internal sealed class WriteUserAttributesHandler(AttributeWriter writer)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.TogetherAsync(batch, messages => writer.WriteAsync(messages, deadline));
}
