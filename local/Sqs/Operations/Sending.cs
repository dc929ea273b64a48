using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.Sqs.Messages;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>SendMessage and SendMessageBatch.</summary>
internal sealed partial class Sending(TimeProvider clock)
{
    private const string DelayReason = "DelaySeconds must be >= 0 and <= 900.";

    public JsonObject Send(Queue queue, SqsCall call) => Send(queue, call.Parameters, call.Caller);

    public JsonObject SendBatch(Queue queue, SqsCall call)
    {
        var size =
            BatchEntries.Entries(call).Sum(entry =>
                Encoding.UTF8.GetByteCount(SqsCall.Text(entry, "MessageBody") ?? "")
                    + MessageAttributes.SizeOf(entry["MessageAttributes"]));
        return size <= QueueLimits.LargestMessage
            ? BatchEntries.Each(call, entry => Send(queue, entry, call.Caller))
            : throw SqsError.Create(
                "BatchRequestTooLong",
                $"Batch requests cannot be longer than {QueueLimits.LargestMessage} bytes. You have sent {size} bytes.");
    }

    private JsonObject Send(Queue queue, JsonObject json, Principal sender)
    {
        var body = SqsCall.Text(json, "MessageBody") ?? throw SqsError.Missing("MessageBody");
        var attributes = MessageAttributes.Read(json["MessageAttributes"]);
        MessageText.Check(body, attributes, queue.Settings.MaxMessageSize);
        var group = Group(json);
        var delay = SqsCall.Number(json, "DelaySeconds", 0, QueueLimits.LongestDelay, DelayReason) ?? queue.Settings.DelaySeconds;
        var message = new SentMessage
        {
            Id = Guid.NewGuid().ToString(),
            Body = body,
            BodyMd5 = BodyDigest.Compute(body),
            Attributes = attributes,
            TraceHeader = TraceHeader(json["MessageSystemAttributes"]),
            GroupId = group,
            SenderId = SenderId(sender),
            SentAt = clock.GetUtcNow(),
        };
        queue.Send(message, TimeSpan.FromSeconds(delay));
        return Result(message);
    }

    private static JsonObject Result(SentMessage message)
    {
        var result = new JsonObject { ["MD5OfMessageBody"] = message.BodyMd5 };
        if (message.Attributes.Md5() is { } digest)
        {
            result["MD5OfMessageAttributes"] = digest;
        }

        result["MessageId"] = message.Id;
        return result;
    }

    /// <summary>
    /// The group of a standard queue's message, which makes the queue fair between groups; deduplication is FIFO queues' own.
    /// </summary>
    private static string? Group(JsonObject json)
    {
        if (SqsCall.Text(json, "MessageDeduplicationId") is { } deduplication)
        {
            throw SqsError.Invalid(
                "MessageDeduplicationId", deduplication, "The request include parameter that is not valid for this queue type.");
        }

        return SqsCall.Text(json, "MessageGroupId") is not { } group || GroupId().IsMatch(group)
            ? SqsCall.Text(json, "MessageGroupId")
            : throw SqsError.Invalid(
                "MessageGroupId", group, "MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    }

    private static string? TraceHeader(JsonNode? attributes)
    {
        var json = attributes as JsonObject ?? (attributes is null ? [] : throw SqsError.Mistyped("MessageSystemAttributes", "an object"));
        if (json.FirstOrDefault(attribute => attribute.Key != "AWSTraceHeader").Key is { } unknown)
        {
            throw SqsError.Invalid($"Message system attribute name '{unknown}' is invalid.");
        }

        return (json["AWSTraceHeader"] as JsonObject)?["StringValue"]?.ToString();
    }

    private static string? SenderId(Principal sender) => sender.Kind switch
    {
        PrincipalKind.Anonymous => null,
        PrincipalKind.Role => sender.Name[(sender.Name.LastIndexOf('/') + 1)..],
        PrincipalKind.Account when sender.Name.Split(':') is [_, _, _, _, var account, ..] => account,
        _ => sender.Name,
    };

    [GeneratedRegex(@"^[a-zA-Z0-9!""#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]{1,128}$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupId();
}
