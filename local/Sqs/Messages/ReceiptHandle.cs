using System.Buffers.Text;
using System.Text;

namespace Engagement.Local.Sqs.Messages;

/// <summary>Names one receipt of one message of one queue, opaque to clients.</summary>
internal readonly record struct ReceiptHandle(string QueueArn, string MessageId, int Receipt)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{QueueArn} {MessageId} {Receipt}"));

    /// <summary>Reads one that a client sends back.</summary>
    /// <exception cref="Aws.AwsException">It is none of this queue.</exception>
    public static ReceiptHandle Parse(string text, string queueArn) =>
        Base64Url.IsValid(text)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is [var arn, var id, var receipt]
            && arn == queueArn
            && int.TryParse(receipt, out var number)
            ? new(arn, id, number)
            : throw SqsError.NoReceiptHandle(text);
}
