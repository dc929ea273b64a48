using Engagement.Local.Clock;
using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.Sqs;

/// <summary>
/// A standard queue. Messages wait in sorted sets, by turn, by the end of their hiding and by age, so that each step
/// costs the logarithm of their number; one alarm stands for the earliest of all instants at which something changes.
/// </summary>
internal sealed class Queue
{
    private readonly Lock gate = new();
    private readonly VirtualClock clock;
    private readonly Alarm alarm;
    private readonly QueueWatchers watchers = new();
    private readonly Dictionary<string, QueuedMessage> all = new(StringComparer.Ordinal);
    private readonly SortedSet<QueuedMessage> byAge = new(QueuedMessage.BySentAt);
    private readonly SortedSet<QueuedMessage> visible = new(QueuedMessage.ByTurn);
    private readonly SortedSet<QueuedMessage> hidden = new(QueuedMessage.ByHiddenUntil);
    private int inFlight;
    private long lastTurn;

    public Queue(VirtualClock clock, string name, string arn, string url, QueueSettings settings)
    {
        this.clock = clock;
        (Name, Arn, Url, Settings) = (name, arn, url, settings);
        CreatedAt = ModifiedAt = clock.GetUtcNow();
        alarm = new Alarm(clock, Release);
    }

    public string Name { get; }

    public string Arn { get; }

    public string Url { get; }

    public QueueSettings Settings { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset ModifiedAt { get; private set; }

    public DateTimeOffset? PurgedAt { get; private set; }

    public QueueCounts Counts()
    {
        lock (gate)
        {
            Refresh();
            return new(visible.Count, inFlight, hidden.Count - inFlight);
        }
    }

    /// <summary>The texts of all messages in it, visible or not.</summary>
    public IReadOnlyList<string> Bodies()
    {
        lock (gate)
        {
            Refresh();
            return [.. all.Values.Select(queued => queued.Message.Body)];
        }
    }

    public void Change(Func<QueueSettings, QueueSettings> change)
    {
        lock (gate)
        {
            Settings = change(Settings);
            ModifiedAt = clock.GetUtcNow();
            SetAlarm();
        }
    }

    /// <summary>Takes a new message, visible after the delay.</summary>
    public void Send(Message message, TimeSpan delay) => Add([new QueuedMessage(message)], delay);

    /// <summary>Takes messages that another queue gives up, or gives back.</summary>
    public void Take(IReadOnlyCollection<QueuedMessage> messages, string? deadLetterSource) => Add(
        messages.Select(moved => new QueuedMessage(moved.Message)
        {
            ReceiveCount = moved.ReceiveCount,
            FirstReceivedAt = moved.FirstReceivedAt,
            DeadLetterSource = deadLetterSource,
        }),
        TimeSpan.Zero);

    /// <summary>Receives what is visible, and gives up what was received too often.</summary>
    /// <param name="maximum">At most so many.</param>
    /// <param name="visibilityTimeout">How long they stay hidden; the queue's own time-out where null.</param>
    /// <param name="deadLetters">Where to give up to; null to give up nothing.</param>
    public IReadOnlyList<ReceivedMessage> Receive(int maximum, TimeSpan? visibilityTimeout, Queue? deadLetters)
    {
        var hide = visibilityTimeout ?? TimeSpan.FromSeconds(Settings.VisibilityTimeoutSeconds);
        var received = new List<ReceivedMessage>();
        var taken = new List<QueuedMessage>();
        var exhausted = new List<QueuedMessage>();
        lock (gate)
        {
            Refresh();
            var limit = deadLetters is null ? int.MaxValue : Settings.Redrive?.MaxReceiveCount ?? int.MaxValue;
            while (taken.Count < maximum && inFlight + taken.Count < Limits.InFlight && visible.Min is { } next)
            {
                visible.Remove(next);
                (next.ReceivedHere < limit ? taken : exhausted).Add(next);
            }

            received.AddRange(taken.Select(message => Receipt(message, hide)));
            exhausted.ForEach(Forget);
            SetAlarm();
        }

        if (hide == TimeSpan.Zero && received.Count > 0)
        {
            watchers.Notify();
        }

        if (exhausted.Count > 0)
        {
            deadLetters!.Take(exhausted, Arn);
        }

        return received;
    }

    /// <summary>Whether as many messages are in flight as may be.</summary>
    public bool IsOverLimit()
    {
        lock (gate)
        {
            Refresh();
            return inFlight >= Limits.InFlight;
        }
    }

    /// <summary>Deletes a message; nothing happens where it is gone or was received again since.</summary>
    public void Delete(string receiptHandle)
    {
        var handle = ReceiptHandle.Parse(receiptHandle, Arn);
        lock (gate)
        {
            if (all.TryGetValue(handle.MessageId, out var message) && message.ReceivedHere == handle.Receipt)
            {
                Forget(message);
                SetAlarm();
            }
        }
    }

    /// <summary>Hides a received message for that long from now, or shows it.</summary>
    /// <exception cref="Aws.AwsException">It is not in flight, or would be hidden for more than 12 hours in all.</exception>
    public void ChangeVisibility(string receiptHandle, TimeSpan timeout)
    {
        var handle = ReceiptHandle.Parse(receiptHandle, Arn);
        lock (gate)
        {
            Refresh();
            if (!all.TryGetValue(handle.MessageId, out var message) || message.State != MessageState.InFlight || message.ReceivedHere != handle.Receipt)
            {
                throw SqsError.Invalid("ReceiptHandle", receiptHandle, "Message does not exist or is not available for visibility timeout change.");
            }

            var until = clock.GetUtcNow() + timeout;
            if (until > message.ReceivedAt.AddSeconds(Limits.LongestVisibilityTimeout))
            {
                throw SqsError.Invalid("VisibilityTimeout", timeout.TotalSeconds, $"Total VisibilityTimeout for the message is beyond the limit [{Limits.LongestVisibilityTimeout} seconds].");
            }

            Leave(message);
            Hide(message, MessageState.InFlight, until);
            SetAlarm();
        }

        Release();
    }

    /// <summary>Deletes all messages.</summary>
    public void Purge()
    {
        lock (gate)
        {
            PurgedAt = clock.GetUtcNow();
            all.Clear();
            byAge.Clear();
            visible.Clear();
            hidden.Clear();
            inFlight = 0;
            SetAlarm();
        }
    }

    /// <summary>Takes all visible messages out, to be moved elsewhere.</summary>
    public IReadOnlyList<QueuedMessage> TakeOut(Func<QueuedMessage, bool> which)
    {
        lock (gate)
        {
            Refresh();
            var taken = visible.Where(which).ToList();
            taken.ForEach(Forget);
            SetAlarm();
            return taken;
        }
    }

    /// <inheritdoc cref="IQueues.Watch"/>
    public IDisposable Watch(Action onVisible) => watchers.Add(onVisible);

    private void Add(IEnumerable<QueuedMessage> messages, TimeSpan delay)
    {
        lock (gate)
        {
            foreach (var message in messages)
            {
                all.Add(message.Message.Id, message);
                byAge.Add(message);
                if (delay > TimeSpan.Zero)
                {
                    Hide(message, MessageState.Delayed, clock.GetUtcNow() + delay);
                }
                else
                {
                    Show(message);
                }
            }

            SetAlarm();
        }

        if (delay <= TimeSpan.Zero)
        {
            watchers.Notify();
        }
    }

    private ReceivedMessage Receipt(QueuedMessage message, TimeSpan timeout)
    {
        var now = clock.GetUtcNow();
        message.ReceiveCount++;
        message.ReceivedHere++;
        message.ReceivedAt = now;
        message.FirstReceivedAt ??= now;
        if (timeout > TimeSpan.Zero)
        {
            Hide(message, MessageState.InFlight, now + timeout);
        }
        else
        {
            Show(message);
        }

        var handle = new ReceiptHandle(Arn, message.Message.Id, message.ReceivedHere);
        return new(message.Message, handle.ToString(), message.ReceiveCount, message.FirstReceivedAt.Value, message.DeadLetterSource);
    }

    /// <summary>Lets what is due happen, and tells those who watch.</summary>
    private void Release()
    {
        bool any;
        lock (gate)
        {
            any = Refresh();
            SetAlarm();
        }

        if (any)
        {
            watchers.Notify();
        }
    }

    /// <summary>Shows what was hidden long enough and forgets what is too old. A running clock's alarm may come a little late.</summary>
    /// <returns>Whether any message became visible.</returns>
    private bool Refresh()
    {
        var now = clock.GetUtcNow();
        while (byAge.Min is { } oldest && oldest.Message.SentAt.AddSeconds(Settings.MessageRetentionSeconds) <= now)
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

    private void Show(QueuedMessage message)
    {
        message.State = MessageState.Visible;
        message.Turn = ++lastTurn;
        visible.Add(message);
    }

    private void Hide(QueuedMessage message, MessageState state, DateTimeOffset until)
    {
        message.State = state;
        message.HiddenUntil = until;
        message.Turn = ++lastTurn;
        hidden.Add(message);
        inFlight += state == MessageState.InFlight ? 1 : 0;
    }

    private void Leave(QueuedMessage message)
    {
        (message.State == MessageState.Visible ? visible : hidden).Remove(message);
        inFlight -= message.State == MessageState.InFlight ? 1 : 0;
    }

    private void Forget(QueuedMessage message)
    {
        Leave(message);
        byAge.Remove(message);
        all.Remove(message.Message.Id);
    }

    private void SetAlarm()
    {
        var shown = hidden.Min?.HiddenUntil;
        var expired = byAge.Min?.Message.SentAt.AddSeconds(Settings.MessageRetentionSeconds);
        alarm.Set(shown is null || expired < shown ? expired : shown);
    }
}
