using Engagement.Local.Aws;
using Engagement.Local.Sqs;
using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.EventSources;

/// <summary>A mapping's queue, called as the function's role.</summary>
internal sealed class SourceQueue(IAwsEndpoint endpoint, IQueues queues, MappingSettings settings)
{
    /// <summary>Most messages of one call.</summary>
    public const int MostAtOnce = 10;

    private readonly Principal role = Principal.Role(settings.Function.Role, settings.Function.Name);

    /// <summary>Checks that the role may do all that polling takes, as Lambda does when a mapping is made.</summary>
    /// <exception cref="AwsException">It may not.</exception>
    public async Task CheckPermissionsAsync(CancellationToken cancellationToken)
    {
        foreach (var operation in new[] { "ReceiveMessage", "DeleteMessage", "GetQueueAttributes" })
        {
            try
            {
                await CallAsync(operation, operation, () => true, cancellationToken);
            }
            catch (AwsException e) when (e.Status == System.Net.HttpStatusCode.Forbidden)
            {
                throw MappingInputs.Invalid($"The provided execution role does not have permissions to call {operation} on SQS");
            }
        }
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int maximum, CancellationToken cancellationToken) =>
        CallAsync(
            "ReceiveMessage", "ReceiveMessage", () => queues.Receive(settings.QueueArn, Math.Min(maximum, MostAtOnce)), cancellationToken);

    public async Task DeleteAsync(IEnumerable<SqsRecord> records, CancellationToken cancellationToken)
    {
        foreach (var chunk in records.Chunk(MostAtOnce))
        {
            await CallAsync("DeleteMessageBatch", "DeleteMessage", () => Delete(chunk), cancellationToken);
        }
    }

    private bool Delete(SqsRecord[] records)
    {
        foreach (var record in records)
        {
            queues.Delete(settings.QueueArn, record.ReceiptHandle);
        }

        return true;
    }

    private Task<T> CallAsync<T>(string operation, string action, Func<T> execute, CancellationToken cancellationToken) =>
        endpoint.CallAsync(role, "sqs", operation, $"sqs:{action}", settings.QueueArn, _ => Task.FromResult(execute()), cancellationToken);
}
