using Amazon.Lambda.SQSEvents;
using Engagement.Consent;
using Engagement.Functions;
using Engagement.Handlers;

namespace Unsubscribe;

/// <summary>Takes the choices of readers from the queue, one after the other, and answers which of them go back to it.</summary>
internal sealed class UnsubscribeHandler(UnsubscribeRecorder recorder)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.EachAsync(batch, message => recorder.RecordAsync(message, deadline.Cancellation));
}
