using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sqs.Messages;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>SendMessage and SendMessageBatch.</summary>
internal sealed class Sending(TimeProvider clock)
{
    private const string DelayReason = "DelaySeconds must be >= 0 and <= 900.";

    public JsonObject Send(Queue queue, SqsCall call) => Send(queue, call.Parameters, call.Caller);

    public JsonObject SendBatch(Queue queue, SqsCall call)
    {
        var size = Batch.Entries(call).Sum(entry => MessageText.Size(SqsCall.Text(entry, "MessageBody") ?? "", MessageAttributes.Read(entry["MessageAttributes"] as JsonObject)));
        return size <= Limits.LargestMessage
            ? Batch.Each(call, entry => Send(queue, entry, call.Caller))
            : throw SqsError.Of("BatchRequestTooLong", $"Batch requests cannot be longer than {Limits.LargestMessage} bytes. You have sent {size} bytes.");
    }

    private JsonObject Send(Queue queue, JsonObject json, Principal sender)
    {
        var body = SqsCall.Text(json, "MessageBody") ?? throw SqsError.Missing("MessageBody");
        var attributes = MessageAttributes.Read(json["MessageAttributes"] as JsonObject);
        MessageText.Check(body, attributes, queue.Settings.MaxMessageSize);
        RefuseFifo(json);
        var delay = SqsCall.Number(json, "DelaySeconds", 0, Limits.LongestDelay, DelayReason) ?? queue.Settings.DelaySeconds;
        var message = new Message
        {
            Id = Guid.NewGuid().ToString(),
            Body = body,
            BodyMd5 = BodyDigest.Of(body),
            Attributes = attributes,
            TraceHeader = json["MessageSystemAttributes"]?["AWSTraceHeader"]?["StringValue"]?.ToString(),
            SenderId = SenderId(sender),
            SentAt = clock.GetUtcNow(),
        };
        queue.Send(message, TimeSpan.FromSeconds(delay));
        return Result(message);
    }

    private static JsonObject Result(Message message)
    {
        var result = new JsonObject { ["MD5OfMessageBody"] = message.BodyMd5 };
        if (message.Attributes.Md5() is { } digest)
        {
            result["MD5OfMessageAttributes"] = digest;
        }

        result["MessageId"] = message.Id;
        return result;
    }

    private static void RefuseFifo(JsonObject json)
    {
        foreach (var name in new[] { "MessageDeduplicationId", "MessageGroupId" })
        {
            if (SqsCall.Text(json, name) is { } value)
            {
                throw SqsError.Invalid(name, value, "The request include parameter that is not valid for this queue type.");
            }
        }
    }

    private static string? SenderId(Principal sender) => sender.Kind switch
    {
        PrincipalKind.Anonymous => null,
        PrincipalKind.Role => sender.Name[(sender.Name.LastIndexOf('/') + 1)..],
        PrincipalKind.Account when sender.Name.Split(':') is [_, _, _, _, var account, ..] => account,
        _ => sender.Name,
    };
}
