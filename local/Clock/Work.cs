namespace Engagement.Local.Clock;

/// <summary>
/// Something under way that an advance of the clock waits for: an invocation, a message being handled. It is under way
/// from <see cref="VirtualClock.BeginWork"/> until disposed, save while it rests. See the rules on <see cref="VirtualClock"/>.
/// </summary>
internal sealed class Work : IDisposable
{
    private bool disposed;

    internal Work(VirtualClock clock, string name) => (Clock, Name) = (clock, name);

    /// <summary>What it is, as the clock's messages call it.</summary>
    public string Name { get; }

    internal VirtualClock Clock { get; }

    /// <summary>Rests for a time of the clock. The work is under way again at that instant, before any later timer fires.</summary>
    /// <param name="time">How long; <see cref="Timeout.InfiniteTimeSpan"/> until cancelled.</param>
    /// <param name="cancellationToken">Ends the rest; the work is under way again then too.</param>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) =>
        new WorkSignal().WaitAsync(this, time, cancellationToken);

    /// <summary>Ends the work; not while it rests. Doing so again does nothing.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref disposed, true))
        {
            Clock.Release(this);
        }
    }
}
