namespace Engagement.Local.Sqs;

/// <summary>Those who want to know of a queue's new visible messages.</summary>
internal sealed class QueueWatchers
{
    private readonly Lock gate = new();
    private Watcher[] watchers = [];

    public IDisposable Add(Action notify)
    {
        lock (gate)
        {
            var watcher = new Watcher(this, notify);
            watchers = [.. watchers, watcher];
            return watcher;
        }
    }

    public void Notify()
    {
        foreach (var watcher in Volatile.Read(ref watchers))
        {
            watcher.Notify();
        }
    }

    private void Remove(Watcher watcher)
    {
        lock (gate)
        {
            watchers = [.. watchers.Where(other => other != watcher)];
        }
    }

    private sealed class Watcher(QueueWatchers owner, Action notify) : IDisposable
    {
        public void Notify() => notify();

        public void Dispose() => owner.Remove(this);
    }
}
