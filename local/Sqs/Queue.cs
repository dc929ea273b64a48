using Engagement.Local.Clock;
using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.Sqs;

/// <summary>
/// A standard queue: who may do what with its messages, and when. One alarm stands for the earliest of all instants at which something
/// changes.
/// </summary>
internal sealed class Queue
{
    private readonly Lock gate = new();
    private readonly VirtualClock clock;
    private readonly Alarm alarm;
    private readonly QueueWatchers watchers = new();
    private readonly QueuedMessages messages = new();
    private long sent;

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
            return messages.Counts;
        }
    }

    /// <summary>The first messages in it, visible or not, without receiving them.</summary>
    public IReadOnlyList<HeldMessage> Look(int most)
    {
        lock (gate)
        {
            Refresh();
            return [.. messages.All.Take(most).Select(HeldMessage.From)];
        }
    }

    /// <summary>The texts of all messages in it, visible or not.</summary>
    public IReadOnlyList<string> Bodies()
    {
        lock (gate)
        {
            Refresh();
            return [.. messages.All.Select(queued => queued.Message.Body)];
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

    /// <summary>Messages that senders have sent. What another queue gives up to this one is not counted, as in AWS.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Takes a new message, visible after the delay.</summary>
    public void Send(SentMessage message, TimeSpan delay)
    {
        Interlocked.Increment(ref sent);
        Add([new QueuedMessage(message)], delay);
    }

    /// <summary>Takes messages that another queue gives up, or gives back.</summary>
    public void Take(IReadOnlyCollection<QueuedMessage> others, string? deadLetterSource) => Add(
        others.Select(moved => new QueuedMessage(moved.Message)
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
            while (taken.Count < maximum && messages.InFlight + taken.Count < QueueLimits.InFlight && messages.TakeNext() is { } next)
            {
                (next.ReceivedHere < limit ? taken : exhausted).Add(next);
            }

            received.AddRange(taken.Select(message => Receipt(message, hide)));
            exhausted.ForEach(messages.Forget);
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
            return messages.InFlight >= QueueLimits.InFlight;
        }
    }

    /// <summary>Deletes a message; nothing happens where it is gone or was received again since.</summary>
    public void Delete(string receiptHandle)
    {
        var handle = ReceiptHandle.Parse(receiptHandle, Arn);
        lock (gate)
        {
            if (messages.Find(handle.MessageId) is { } message && message.ReceivedHere == handle.Receipt)
            {
                messages.Forget(message);
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
            if (messages.Find(handle.MessageId) is not { } message
                || message.State != MessageState.InFlight
                || message.ReceivedHere != handle.Receipt)
            {
                throw SqsError.Invalid(
                    "ReceiptHandle", receiptHandle, "Message does not exist or is not available for visibility timeout change.");
            }

            var until = clock.GetUtcNow() + timeout;
            if (until > message.ReceivedAt.AddSeconds(QueueLimits.LongestVisibilityTimeout))
            {
                throw SqsError.Invalid(
                    "VisibilityTimeout",
                    timeout.TotalSeconds,
                    $"Total VisibilityTimeout for the message is beyond the limit [{QueueLimits.LongestVisibilityTimeout} seconds].");
            }

            messages.HideUntil(message, until);
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
            messages.Clear();
            SetAlarm();
        }
    }

    /// <summary>Takes all visible messages out, to be moved elsewhere.</summary>
    public IReadOnlyList<QueuedMessage> TakeOut(Func<QueuedMessage, bool> which)
    {
        lock (gate)
        {
            Refresh();
            var taken = messages.Visible.Where(which).ToList();
            taken.ForEach(messages.Forget);
            SetAlarm();
            return taken;
        }
    }

    /// <inheritdoc cref="IQueues.Watch"/>
    public IDisposable Watch(Action onVisible) => watchers.Add(onVisible);

    private TimeSpan Retention => TimeSpan.FromSeconds(Settings.MessageRetentionSeconds);

    private void Add(IEnumerable<QueuedMessage> added, TimeSpan delay)
    {
        lock (gate)
        {
            foreach (var message in added)
            {
                messages.Add(message);
                if (delay > TimeSpan.Zero)
                {
                    messages.Hide(message, MessageState.Delayed, clock.GetUtcNow() + delay);
                }
                else
                {
                    messages.Show(message);
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
            messages.Hide(message, MessageState.InFlight, now + timeout);
        }
        else
        {
            messages.Show(message);
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

    // A running clock's alarm may come a little late, so that everybody looks for what is due.
    private bool Refresh() => messages.Refresh(clock.GetUtcNow(), Retention);

    private void SetAlarm() => alarm.Set(messages.NextChange(Retention));
}
