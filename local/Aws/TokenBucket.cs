namespace Engagement.Local.Aws;

/// <summary>
/// A throttle: each request takes tokens, of which the bucket holds <paramref name="burst"/> and gains <paramref name="rate"/> a second.
/// </summary>
/// <param name="clock">The cloud's clock.</param>
/// <param name="rate">Requests a second in the long run.</param>
/// <param name="burst">Requests at once.</param>
/// <param name="callers">
/// The time that callers wait by, which counts where more of it has passed: a process that pauses before it tries again must find the rate
/// recovered though the cloud's clock, waiting for that process, stands still. By default the cloud's clock alone.
/// </param>
internal sealed class TokenBucket(TimeProvider clock, double rate, int burst, TimeProvider? callers = null)
{
    private readonly TimeProvider callers = callers ?? clock;
    private readonly Lock gate = new();
    private double tokens = burst;
    private DateTimeOffset filled = clock.GetUtcNow();
    private long filledForCallers = (callers ?? clock).GetTimestamp();

    /// <summary>Takes tokens; false, and none, where there are fewer.</summary>
    public bool TryTake(int count = 1)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var seconds = Math.Max((now - filled).TotalSeconds, callers.GetElapsedTime(filledForCallers).TotalSeconds);
            if (seconds > 0)
            {
                tokens = Math.Min(burst, tokens + (seconds * rate));
                (filled, filledForCallers) = (now, callers.GetTimestamp());
            }

            if (tokens < count)
            {
                return false;
            }

            tokens -= count;
            return true;
        }
    }
}
