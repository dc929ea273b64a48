using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Engagement.Telemetry;
using WriteUserAttributes.Writing;

namespace WriteUserAttributes;

/// <summary>Takes a batch of the queue's messages and answers which of them go back to it.</summary>
internal sealed class WriteUserAttributesHandler(AttributeWriter writer, TimeProvider time, MetricsWriter metrics)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch, ILambdaContext context)
    {
        var deadline = new Deadline(time, context.RemainingTime);
        using var cancellation = deadline.NewCancellation();
        try
        {
            var messages = batch.Records.ConvertAll(record => new QueueMessage(record.MessageId, record.Body));
            var returned = await writer.WriteAsync(messages, deadline, cancellation.Token);
            return new SQSBatchResponse([.. returned.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
        }
        finally
        {
            metrics.Flush();
        }
    }
}
