namespace Engagement.Local.Clock;

/// <summary>
/// What resting work is woken by. A signal without a waiter is kept for the next one; several count as one.
/// One waiter at a time.
/// </summary>
internal sealed class WorkSignal
{
    private readonly Lock gate = new();
    private Rest? resting;
    private bool isSet;

    /// <summary>
    /// Wakes the waiter. It counts as under way when this returns, so a caller that is under way hands over without a gap.
    /// </summary>
    public void Set()
    {
        lock (gate)
        {
            isSet = resting is null || !resting.Wake(signalled: true);
        }
    }

    /// <summary>Lets work rest until the signal comes or the time has passed.</summary>
    /// <param name="work">Not under way while it rests, and under way again before the returned task completes.</param>
    /// <param name="timeout">Time of the clock; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</param>
    /// <param name="cancellationToken">Ends the rest.</param>
    /// <returns>Whether the signal came.</returns>
    /// <exception cref="InvalidOperationException">Other work rests on this signal already.</exception>
    public async Task<bool> WaitAsync(Work work, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rest = new Rest(work);
        lock (gate)
        {
            if (isSet)
            {
                isSet = false;
                return true;
            }

            resting = resting is null ? rest : throw new InvalidOperationException($"'{resting.Name}' rests on this signal already.");
        }

        try
        {
            // Both ends are in place before the work counts as resting: an advance can't slip in between.
            using var end =
                work.Clock.CreateTimer(static rest => ((Rest)rest!).Wake(signalled: false), rest, timeout, Timeout.InfiniteTimeSpan);
            using var cancellation = cancellationToken.UnsafeRegister(static (rest, token) => ((Rest)rest!).Cancel(token), rest);
            work.Clock.Release(work);
            return await rest.Task.ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                resting = null;
            }
        }
    }

    /// <summary>One rest: the first of signal, time and cancellation ends it, and the work is under way again from then.</summary>
    private sealed class Rest(Work work)
    {
        private readonly TaskCompletionSource<bool> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool over;

        public string Name => work.Name;

        public Task<bool> Task => end.Task;

        public bool Wake(bool signalled) => TryResume() && end.TrySetResult(signalled);

        public void Cancel(CancellationToken cancellationToken) => _ = TryResume() && end.TrySetCanceled(cancellationToken);

        private bool TryResume()
        {
            if (Interlocked.Exchange(ref over, true))
            {
                return false;
            }

            work.Clock.Hold(work);
            return true;
        }
    }
}
