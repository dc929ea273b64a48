namespace Engagement.Local.Pinpoint.Messages;

/// <summary>Every message that was delivered, in order. Thread-safe.</summary>
internal sealed class Outbox
{
    private readonly Lock gate = new();
    private readonly List<Message> messages = [];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Message> All
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>Delivers one.</summary>
    public void Add(Message message)
    {
        lock (gate)
        {
            messages.Add(message);
        }
    }
}
