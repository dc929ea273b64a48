namespace Engagement.Local.Sqs;

/// <summary>A message in a queue as the control API shows it.</summary>
/// <param name="Id">Message id.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="State">Visible, delayed or in flight.</param>
/// <param name="ReceiveCount">How often it was received, in all queues.</param>
/// <param name="Body">Its text.</param>
internal sealed record HeldMessage(string Id, DateTimeOffset SentAt, string State, int ReceiveCount, string Body)
{
    /// <summary>The message as it stands.</summary>
    public static HeldMessage From(QueuedMessage queued) =>
        new(queued.Message.Id, queued.Message.SentAt, queued.State.ToString(), queued.ReceiveCount, queued.Message.Body);
}
