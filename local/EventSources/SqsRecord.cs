using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.EventSources;

/// <summary>A received message with its record in the event that a function gets.</summary>
internal sealed class SqsRecord
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="received">The message.</param>
    /// <param name="queueArn">Where it comes from.</param>
    /// <param name="region">Region of the queue.</param>
    /// <param name="windowed">Whether batches are gathered: AWS names the digest of absent attributes then, as null, and otherwise leaves
    /// it out.</param>
    public SqsRecord(ReceivedMessage received, string queueArn, string region, bool windowed)
    {
        Id = received.Message.Id;
        Body = received.Message.Body;
        ReceiptHandle = received.ReceiptHandle;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            Write(json, received, queueArn, region, windowed);
        }

        Json = buffer.WrittenMemory;
    }

    public string Id { get; }

    public string Body { get; }

    public string ReceiptHandle { get; }

    /// <summary>The record in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    private static void Write(Utf8JsonWriter json, ReceivedMessage received, string queueArn, string region, bool windowed)
    {
        var message = received.Message;
        json.WriteStartObject();
        json.WriteString("messageId", message.Id);
        json.WriteString("receiptHandle", received.ReceiptHandle);
        json.WriteString("body", message.Body);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in received.SystemAttributes())
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("messageAttributes");
        foreach (var (name, attribute) in message.Attributes.ByName)
        {
            Write(json, name, attribute);
        }

        json.WriteEndObject();
        if (message.Attributes.Md5() is var digest && (digest is not null || windowed))
        {
            json.WriteString("md5OfMessageAttributes", digest);
        }

        json.WriteString("md5OfBody", message.BodyMd5);
        json.WriteString("eventSource", "aws:sqs");
        json.WriteString("eventSourceARN", queueArn);
        json.WriteString("awsRegion", region);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, MessageAttribute attribute)
    {
        json.WriteStartObject(name);
        json.WriteString(attribute.BinaryValue is null ? "stringValue" : "binaryValue", attribute.BinaryValue ?? attribute.StringValue);
        json.WriteStartArray("stringListValues");
        json.WriteEndArray();
        json.WriteStartArray("binaryListValues");
        json.WriteEndArray();
        json.WriteString("dataType", attribute.DataType);
        json.WriteEndObject();
    }
}
