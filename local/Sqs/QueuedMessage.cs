using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.Sqs;

/// <summary>Where a message stands in its queue.</summary>
internal enum MessageState
{
    Visible,
    Delayed,
    InFlight,
}

/// <summary>A message in a queue; guarded by the queue.</summary>
internal sealed class QueuedMessage(SentMessage message)
{
    public static IComparer<QueuedMessage> ByTurn { get; } = Comparer<QueuedMessage>.Create((a, b) => a.Turn.CompareTo(b.Turn));

    public static IComparer<QueuedMessage> ByHiddenUntil { get; } = Comparer<QueuedMessage>.Create(
        (a, b) => a.HiddenUntil.CompareTo(b.HiddenUntil) is var order and not 0 ? order : a.Turn.CompareTo(b.Turn));

    public static IComparer<QueuedMessage> BySentAt { get; } = Comparer<QueuedMessage>.Create(
        (a, b) =>
            a.Message.SentAt.CompareTo(b.Message.SentAt) is var order and not 0
                ? order
                : string.CompareOrdinal(a.Message.Id, b.Message.Id));

    public SentMessage Message => message;

    public MessageState State { get; set; }

    /// <summary>Rank among the messages of its state, unique in the queue.</summary>
    public long Turn { get; set; }

    /// <summary>When it becomes visible, unless it is.</summary>
    public DateTimeOffset HiddenUntil { get; set; }

    /// <summary>Receipts in all queues.</summary>
    public int ReceiveCount { get; set; }

    /// <summary>Receipts in this queue; the last one's handle is the one that counts.</summary>
    public int ReceivedHere { get; set; }

    public DateTimeOffset? FirstReceivedAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public string? DeadLetterSource { get; set; }
}
