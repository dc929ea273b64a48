using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Engagement.Local.Clock;
using Engagement.Local.Sqs.Messages;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>ReceiveMessage, which waits on the clock where it is asked to.</summary>
/// <param name="clock">Whose time a wait takes.</param>
/// <param name="receive">Receives what is visible, dead letters handled.</param>
internal sealed class Receiving(VirtualClock clock, Func<Queue, int, TimeSpan?, IReadOnlyList<ReceivedMessage>> receive)
{
    public async Task<JsonObject> ReceiveAsync(Queue queue, SqsCall call, CancellationToken cancellationToken)
    {
        var maximum = call.Number("MaxNumberOfMessages", 1, QueueLimits.BatchSize) ?? 1;
        var hidden = call.Number("VisibilityTimeout", 0, QueueLimits.LongestVisibilityTimeout);
        var wait =
            call.Number("WaitTimeSeconds", 0, QueueLimits.LongestWait, $"Must be >= 0 and <= {QueueLimits.LongestWait}, if provided.")
            ?? queue.Settings.ReceiveWaitTimeSeconds;
        TimeSpan? timeout = hidden is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        if (wait == 0 && queue.IsOverLimit())
        {
            throw SqsError.Create(
                "OverLimit",
                $"Too many messages in flight: the queue has reached its limit of {QueueLimits.InFlight}.",
                HttpStatusCode.Forbidden);
        }

        var messages = await ReceiveAsync(queue, () => receive(queue, maximum, timeout), TimeSpan.FromSeconds(wait), cancellationToken);
        return messages.Count == 0 ? [] : new() { ["Messages"] = new JsonArray([.. messages.Select(message => ToJson(message, call))]) };
    }

    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        Queue queue, Func<IReadOnlyList<ReceivedMessage>> attempt, TimeSpan wait, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + wait;
        using var work = clock.BeginWork("ReceiveMessage");
        var arrival = new WorkSignal();
        using var watch = queue.Watch(arrival.Set);
        while (true)
        {
            var messages = attempt();
            var left = end - clock.GetUtcNow();
            if (messages.Count > 0 || left <= TimeSpan.Zero)
            {
                return messages;
            }

            await arrival.WaitAsync(work, left, cancellationToken);
        }
    }

    private static JsonObject ToJson(ReceivedMessage received, SqsCall call)
    {
        var message = received.Message;
        var json = new JsonObject
        {
            ["MessageId"] = message.Id,
            ["ReceiptHandle"] = received.ReceiptHandle,
            ["MD5OfBody"] = message.BodyMd5,
            ["Body"] = message.Body,
        };

        var asked = call.Texts("AttributeNames").Concat(call.Texts("MessageSystemAttributeNames")).ToHashSet(StringComparer.Ordinal);
        var system = received.SystemAttributes().Where(attribute => asked.Contains("All") || asked.Contains(attribute.Key)).ToList();
        if (system.Count > 0)
        {
            json["Attributes"] = new JsonObject(system.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value)));
        }

        var attached = message.Attributes.Select(call.Texts("MessageAttributeNames"));
        if (attached.Md5() is { } digest)
        {
            json["MD5OfMessageAttributes"] = digest;
            json["MessageAttributes"] = attached.ToJson();
        }

        return json;
    }
}
