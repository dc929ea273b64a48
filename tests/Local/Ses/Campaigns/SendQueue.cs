using Engagement.CompanyEvents.Runs;
using Engagement.Functions;
using Engagement.Sending;

namespace Local.Tests.Ses.Campaigns;

/// <summary>The send queue: at least once, in no order.</summary>
internal sealed class SendQueue(TimeProvider time)
{
    // Six times the function's timeout.
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(12);

    private readonly Lock gate = new();
    private readonly List<Waiting> messages = [];
    private int ids;

    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return messages.Count == 0;
            }
        }
    }

    /// <summary>The queue as a process calls it.</summary>
    public IShareQueue For(FunctionProcess process) => new Calls(this, process);

    /// <summary>Messages whose time has come; they are hidden from then on.</summary>
    public IReadOnlyList<QueueMessage> Receive(int most)
    {
        lock (gate)
        {
            var due = messages.Where(message => message.At <= time.GetUtcNow()).Take(most).ToList();
            due.ForEach(message => message.At = time.GetUtcNow() + Visibility);
            return [.. due.Select(message => new QueueMessage(message.Id, message.Body))];
        }
    }

    /// <summary>When the next message comes into sight.</summary>
    public DateTimeOffset Next
    {
        get
        {
            lock (gate)
            {
                return messages.Min(message => message.At);
            }
        }
    }

    /// <summary>Takes a message out, unless it is to be handed over once more.</summary>
    public void Delete(string id, bool again)
    {
        lock (gate)
        {
            if (again)
            {
                messages.Find(message => message.Id == id)?.At = time.GetUtcNow();
            }
            else
            {
                messages.RemoveAll(message => message.Id == id);
            }
        }
    }

    private void Add(ShareMessage message, TimeSpan delay)
    {
        lock (gate)
        {
            messages.Add(new($"m{ids++}", message.ToJson(), time.GetUtcNow() + delay));
        }
    }

    private sealed class Waiting(string id, string body, DateTimeOffset at)
    {
        public string Id => id;

        public string Body => body;

        public DateTimeOffset At { get; set; } = at;
    }

    private sealed class Calls(SendQueue queue, FunctionProcess process) : IShareQueue
    {
        public Task SendAsync(IReadOnlyList<ShareMessage> messages, TimeSpan delay, CancellationToken cancellation)
        {
            Assert.InRange(messages.Count, 1, IShareQueue.Most);
            Assert.InRange(delay, TimeSpan.Zero, SendingRules.LongestPause);
            process.Call(() => messages.ToList().ForEach(message => queue.Add(message, delay)));
            return Task.CompletedTask;
        }
    }
}
