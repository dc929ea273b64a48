namespace Engagement.Local.CloudWatch;

/// <summary>The last so many of something; older ones give way.</summary>
internal sealed class RecentItems<T>(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<T> items = new();

    /// <summary>How many there ever were.</summary>
    public long Count { get; private set; }

    public void Add(T item)
    {
        lock (gate)
        {
            Count++;
            if (items.Count == capacity)
            {
                items.Dequeue();
            }

            items.Enqueue(item);
        }
    }

    /// <summary>From the oldest to the newest.</summary>
    public IReadOnlyList<T> ToList()
    {
        lock (gate)
        {
            return [.. items];
        }
    }
}
