using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Engagement.Pixel.Recording;

namespace RecordPixelEvents;

/// <summary>Takes a batch of the queue's messages and answers which of them go back to it.</summary>
internal sealed class RecordPixelEventsHandler(PixelRecorder recorder)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, Deadline deadline)
    {
        var messages = batch.Records.ConvertAll(record => new QueueMessage(record.MessageId, record.Body));
        var returned = await recorder.RecordAsync(messages, deadline);
        return new SQSBatchResponse([.. returned.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }
}
