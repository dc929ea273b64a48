namespace Engagement.Sending;

/// <summary>
/// Keeps one sender below its part of the account's rate. Turns lie evenly apart: after a pause there is no burst, because services count
/// by the second. Several messages of the sender may wait for theirs at once.
/// </summary>
/// <param name="rate">The account's rate.</param>
/// <param name="senders">How many senders there are at once at most, of all functions that send; at least 1.</param>
/// <param name="time">Tells how much time has passed. What o'clock it is does not matter.</param>
public sealed class SendingPace(ISendingRate rate, int senders, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();

    // Since the start.
    private TimeSpan next = TimeSpan.Zero;

    /// <summary>
    /// Waits for a message's turn. The caller waits before it claims the message, so that no claim is held by what only waits.
    /// </summary>
    /// <exception cref="OperationCanceledException">The turn did not come in time.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var interval = TimeSpan.FromSeconds(senders / (SendingRules.ShareOfRate * await rate.ReadAsync(cancellation)));
        var wait = Take(interval) - time.GetElapsedTime(start);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }

    /// <summary>Makes all turns of the sender wait a second more, because the service had too many calls.</summary>
    public void SlowDown()
    {
        lock (gate)
        {
            next = Later(next, time.GetElapsedTime(start) + Pause);
        }
    }

    private TimeSpan Take(TimeSpan interval)
    {
        lock (gate)
        {
            var turn = Later(next, time.GetElapsedTime(start));
            next = turn + interval;
            return turn;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
