using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using RecordPixelEvents.Recording;

namespace RecordPixelEvents;

/// <summary>Takes a batch of the queue's messages and answers which of them go back to it.</summary>
internal sealed class RecordPixelEventsHandler(PixelRecorder recorder, TimeProvider time)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, ILambdaContext context)
    {
        var messages = batch.Records.ConvertAll(record => new QueueMessage(record.MessageId, record.Body));
        var returned = await recorder.RecordAsync(messages, new Deadline(time, context.RemainingTime));
        return new SQSBatchResponse([.. returned.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }
}
