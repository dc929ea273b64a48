namespace Engagement.Local.Clock;

/// <summary>Waits until the state that a lock guards is as the caller needs it.</summary>
/// <param name="gate">The lock.</param>
internal sealed class GuardedState(Lock gate)
{
    private TaskCompletionSource? changed;

    /// <summary>Has those who wait look again; called under the lock.</summary>
    public void Changed()
    {
        changed?.TrySetResult();
        changed = null;
    }

    /// <summary>Completes once an attempt, made under the lock now and after each change, succeeds.</summary>
    /// <param name="attempt">Whether it is so.</param>
    /// <param name="underWay">What is in the way, for the message of giving up; called under the lock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">It did not come to that in time.</exception>
    public async Task WhenAsync(Func<bool> attempt, Func<string> underWay, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (attempt())
                {
                    return;
                }

                change = (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            try
            {
                await change.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (e.CancellationToken == cancellationToken)
            {
                throw new OperationCanceledException($"Gave up waiting; still under way: {Locked(underWay)}.", e, cancellationToken);
            }
        }
    }

    private string Locked(Func<string> text)
    {
        lock (gate)
        {
            return text();
        }
    }
}
