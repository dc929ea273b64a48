using Amazon.Lambda.SQSEvents;
using Engagement.Consent;
using Engagement.Functions;
using Engagement.Handlers;

namespace RecordFeedback;

/// <summary>Takes feedback from the queue, one message after the other, and answers which messages go back to it.</summary>
internal sealed class RecordFeedbackHandler(FeedbackRecorder recorder)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.EachAsync(batch, message => recorder.RecordAsync(message, deadline.Cancellation));
}
