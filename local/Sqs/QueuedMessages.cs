namespace Engagement.Local.Sqs;

/// <summary>
/// The messages of a queue, in sorted sets: by turn, by the end of their hiding and by age. Each step costs the logarithm of their number.
/// Guarded by the queue.
/// </summary>
internal sealed class QueuedMessages
{
    private readonly Dictionary<string, QueuedMessage> all = new(StringComparer.Ordinal);
    private readonly SortedSet<QueuedMessage> byAge = new(QueuedMessage.BySentAt);
    private readonly SortedSet<QueuedMessage> visible = new(QueuedMessage.ByTurn);
    private readonly SortedSet<QueuedMessage> hidden = new(QueuedMessage.ByHiddenUntil);
    private long lastTurn;

    /// <summary>How many were received and are hidden since.</summary>
    public int InFlight { get; private set; }

    public QueueCounts Counts => new(visible.Count, InFlight, hidden.Count - InFlight);

    /// <summary>All of them, visible or not.</summary>
    public IReadOnlyCollection<QueuedMessage> All => all.Values;

    /// <summary>Those that can be received, the next first.</summary>
    public IReadOnlyCollection<QueuedMessage> Visible => visible;

    /// <summary>One by its id; null where there is none.</summary>
    public QueuedMessage? Find(string id) => all.GetValueOrDefault(id);

    /// <summary>
    /// Takes the next of those that can be received out of their row; null where there is none. It is to be shown, hidden or forgotten
    /// then.
    /// </summary>
    public QueuedMessage? TakeNext()
    {
        var next = visible.Min;
        if (next is not null)
        {
            visible.Remove(next);
        }

        return next;
    }

    /// <summary>Takes in a new one, which is to be shown or hidden then.</summary>
    public void Add(QueuedMessage message)
    {
        all.Add(message.Message.Id, message);
        byAge.Add(message);
    }

    /// <summary>Lets one be received that is neither visible nor hidden.</summary>
    public void Show(QueuedMessage message)
    {
        message.State = MessageState.Visible;
        message.Turn = ++lastTurn;
        visible.Add(message);
    }

    /// <summary>Hides one that is neither visible nor hidden.</summary>
    public void Hide(QueuedMessage message, MessageState state, DateTimeOffset until)
    {
        message.State = state;
        message.HiddenUntil = until;
        message.Turn = ++lastTurn;
        hidden.Add(message);
        InFlight += state == MessageState.InFlight ? 1 : 0;
    }

    /// <summary>Hides one that is hidden until another instant.</summary>
    public void HideUntil(QueuedMessage message, DateTimeOffset until)
    {
        Leave(message);
        Hide(message, MessageState.InFlight, until);
    }

    public void Forget(QueuedMessage message)
    {
        Leave(message);
        byAge.Remove(message);
        all.Remove(message.Message.Id);
    }

    public void Clear()
    {
        all.Clear();
        byAge.Clear();
        visible.Clear();
        hidden.Clear();
        InFlight = 0;
    }

    /// <summary>Shows what was hidden long enough and forgets what is too old.</summary>
    /// <returns>Whether any message became visible.</returns>
    public bool Refresh(DateTimeOffset now, TimeSpan retention)
    {
        while (byAge.Min is { } oldest && oldest.Message.SentAt + retention <= now)
        {
            Forget(oldest);
        }

        var any = false;
        while (hidden.Min is { } next && next.HiddenUntil <= now)
        {
            Leave(next);
            Show(next);
            any = true;
        }

        return any;
    }

    /// <summary>When <see cref="Refresh"/> has something to do next; null for never.</summary>
    public DateTimeOffset? NextChange(TimeSpan retention)
    {
        var shown = hidden.Min?.HiddenUntil;
        var expired = byAge.Min?.Message.SentAt + retention;
        return shown is null || expired < shown ? expired : shown;
    }

    private void Leave(QueuedMessage message)
    {
        (message.State == MessageState.Visible ? visible : hidden).Remove(message);
        InFlight -= message.State == MessageState.InFlight ? 1 : 0;
    }
}
