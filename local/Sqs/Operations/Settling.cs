using System.Net;
using System.Text.Json.Nodes;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>What becomes of received messages: deleted, hidden for longer or shorter, or all purged.</summary>
internal sealed class Settling(TimeProvider clock)
{
    private const string TimeoutReason = "Must be between 0 and 43200.";
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromSeconds(60);

    public static JsonObject Delete(Queue queue, SqsCall call) => Delete(queue, call.Parameters);

    public static JsonObject DeleteBatch(Queue queue, SqsCall call) => BatchEntries.Each(call, entry => Delete(queue, entry));

    public static JsonObject ChangeVisibility(Queue queue, SqsCall call) => ChangeVisibility(queue, call.Parameters);

    public static JsonObject ChangeVisibilityBatch(Queue queue, SqsCall call) =>
        BatchEntries.Each(call, entry => ChangeVisibility(queue, entry));

    /// <summary>Deletes all messages at once; AWS takes up to a minute, and allows one purge in it.</summary>
    public JsonObject Purge(Queue queue, SqsCall call)
    {
        if (clock.GetUtcNow() - queue.PurgedAt < PurgeInterval)
        {
            throw SqsError.Create(
                "PurgeQueueInProgress",
                $"Only one PurgeQueue operation on {queue.Name} is allowed every 60 seconds.",
                HttpStatusCode.Forbidden);
        }

        queue.Purge();
        return [];
    }

    private static JsonObject Delete(Queue queue, JsonObject json)
    {
        queue.Delete(Handle(json));
        return [];
    }

    private static JsonObject ChangeVisibility(Queue queue, JsonObject json)
    {
        var timeout = SqsCall.Number(json, "VisibilityTimeout", 0, QueueLimits.LongestVisibilityTimeout, TimeoutReason)
            ?? throw SqsError.Missing("VisibilityTimeout");
        queue.ChangeVisibility(Handle(json), TimeSpan.FromSeconds(timeout));
        return [];
    }

    private static string Handle(JsonObject json) => SqsCall.Text(json, "ReceiptHandle") ?? throw SqsError.Missing("ReceiptHandle");
}
