using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.Sqs;

/// <summary>
/// The queues, as other services of this cloud use them without wire format between. The service that does so wraps each call in
/// <see cref="Aws.IAwsEndpoint.CallAsync"/>, so that it is authorised and recorded.
/// </summary>
internal interface IQueues
{
    /// <summary>Settings of the queue with that ARN, or null where there is none.</summary>
    QueueSettings? Find(string queueArn);

    /// <summary>Receives up to ten messages that are visible now, and moves those received too often to the dead-letter queue.</summary>
    /// <exception cref="Aws.AwsException">There is no such queue.</exception>
    IReadOnlyList<ReceivedMessage> Receive(string queueArn, int maximum);

    /// <summary>Deletes a message that was received.</summary>
    /// <exception cref="Aws.AwsException">There is no such queue, or the handle is none of it.</exception>
    void Delete(string queueArn, string receiptHandle);

    /// <summary>
    /// Has a callback called whenever messages become visible: sent, moved there, delay or visibility time-out over.
    /// It is called inside what makes them visible, so that it can take a token of the clock in time.
    /// </summary>
    /// <exception cref="Aws.AwsException">There is no such queue.</exception>
    IDisposable Watch(string queueArn, Action onVisible);
}
