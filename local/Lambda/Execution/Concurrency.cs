namespace Engagement.Local.Lambda.Execution;

/// <summary>How many invocations may run at once.</summary>
/// <param name="limit">The number; 0 lets none run.</param>
internal sealed class Concurrency(int limit)
{
    private int running;

    /// <summary>Takes a place, which disposing gives back; null where all are taken.</summary>
    public Place? TryEnter()
    {
        if (Interlocked.Increment(ref running) <= limit)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref running);
        return null;
    }

    /// <summary>A place taken.</summary>
    internal sealed class Place(Concurrency concurrency) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref concurrency.running);
    }
}
