namespace Engagement.Local.Pinpoint.Messages;

/// <summary>Every message that was delivered or could not be rendered, in order. Thread-safe.</summary>
internal sealed class Outbox
{
    private readonly Lock gate = new();
    private readonly List<DeliveredMessage> messages = [];
    private readonly List<FailedMessage> failed = [];

    /// <summary>How many were delivered or could not be rendered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return messages.Count + failed.Count;
            }
        }
    }

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> All
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>Those that could not be rendered, oldest first.</summary>
    public IReadOnlyList<FailedMessage> Failed
    {
        get
        {
            lock (gate)
            {
                return [.. failed];
            }
        }
    }

    /// <summary>Keeps one that could not be rendered.</summary>
    public void Add(FailedMessage message)
    {
        lock (gate)
        {
            failed.Add(message);
        }
    }

    /// <summary>Delivers one.</summary>
    public void Add(DeliveredMessage message)
    {
        lock (gate)
        {
            messages.Add(message);
        }
    }
}
