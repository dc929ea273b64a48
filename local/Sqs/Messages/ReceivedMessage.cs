namespace Engagement.Local.Sqs.Messages;

/// <summary>One receipt of a message.</summary>
/// <param name="Message">What was sent.</param>
/// <param name="ReceiptHandle">Names this receipt, to delete the message or change its time-out.</param>
/// <param name="ReceiveCount">How often it was received, this time included, in all queues.</param>
/// <param name="FirstReceivedAt">When it was received first.</param>
/// <param name="DeadLetterSource">ARN of the queue that gave it up, or null.</param>
internal sealed record ReceivedMessage(
    SentMessage Message, string ReceiptHandle, int ReceiveCount, DateTimeOffset FirstReceivedAt, string? DeadLetterSource)
{
    /// <summary>The system attributes, as ReceiveMessage and the events of event source mappings show them.</summary>
    public IEnumerable<KeyValuePair<string, string>> SystemAttributes()
    {
        yield return new("ApproximateReceiveCount", Text(ReceiveCount));
        if (Message.TraceHeader is { } trace)
        {
            yield return new("AWSTraceHeader", trace);
        }

        yield return new("SentTimestamp", Text(Message.SentAt.ToUnixTimeMilliseconds()));
        if (Message.SenderId is { } sender)
        {
            yield return new("SenderId", sender);
        }

        if (Message.GroupId is { } group)
        {
            yield return new("MessageGroupId", group);
        }

        yield return new("ApproximateFirstReceiveTimestamp", Text(FirstReceivedAt.ToUnixTimeMilliseconds()));
        if (DeadLetterSource is { } source)
        {
            yield return new("DeadLetterQueueSourceArn", source);
        }
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
