using System.Globalization;
using Amazon.Lambda.SQSEvents;
using Engagement.Functions;

namespace Engagement.Handlers;

/// <summary>
/// What every function does that a queue calls: it takes messages, and answers which of them go back to the queue. The projects of those
/// functions compile this file, because a library would be one assembly more in each cold start.
/// </summary>
internal static class SqsBatch
{
    /// <summary>Works messages off one after the other.</summary>
    /// <param name="batch">The messages.</param>
    /// <param name="workAsync">Says whether a message is done with; otherwise it goes back.</param>
    public static async Task<SQSBatchResponse> EachAsync(SQSEvent batch, Func<QueueMessage, Task<bool>> workAsync)
    {
        var returned = new List<string>();
        foreach (var message in MessagesOf(batch))
        {
            if (!await workAsync(message))
            {
                returned.Add(message.Id);
            }
        }

        return Answer(returned);
    }

    /// <summary>Works messages off together.</summary>
    /// <param name="batch">The messages.</param>
    /// <param name="workAsync">Gives the ids of the messages that go back.</param>
    public static async Task<SQSBatchResponse> TogetherAsync(
        SQSEvent batch, Func<IReadOnlyList<QueueMessage>, Task<IReadOnlyList<string>>> workAsync) =>
        Answer(await workAsync(MessagesOf(batch)));

    private static List<QueueMessage> MessagesOf(SQSEvent batch) =>
        batch.Records.ConvertAll(record => new QueueMessage(record.MessageId, record.Body) { SentAt = SentAtOf(record) });

    // Unix milliseconds: "ReceiveMessage" in the SQS API reference.
    private static DateTimeOffset? SentAtOf(SQSEvent.SQSMessage record) =>
        record.Attributes?.TryGetValue("SentTimestamp", out var text) == true
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            ? DateTimeOffset.FromUnixTimeMilliseconds(sent)
            : null;

    private static SQSBatchResponse Answer(IReadOnlyList<string> returned) =>
        new([.. returned.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
}
