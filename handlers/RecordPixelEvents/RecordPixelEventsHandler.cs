using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Engagement.Handlers;
using Engagement.Pixel.Recording;

namespace RecordPixelEvents;

/// <summary>Takes a batch of the queue's messages and answers which of them go back to it.</summary>
internal sealed class RecordPixelEventsHandler(PixelRecorder recorder)
{
    public Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline) =>
        SqsBatch.TogetherAsync(batch, messages => recorder.RecordAsync(messages, deadline));
}
