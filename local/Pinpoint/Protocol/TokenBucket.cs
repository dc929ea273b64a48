namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Lets a number of requests through each second, and saves up at most one second's worth.</summary>
/// <param name="clock">The cloud's clock.</param>
/// <param name="perSecond">Requests a second.</param>
/// <param name="callers">
/// The time that callers wait by, which counts where more of it has passed: a process that pauses before it tries again must find the rate
/// recovered though the cloud's clock, waiting for that process, stands still. By default the cloud's clock alone.
/// </param>
internal sealed class TokenBucket(TimeProvider clock, int perSecond, TimeProvider? callers = null)
{
    private readonly TimeProvider callers = callers ?? clock;
    private readonly Lock gate = new();
    private double tokens = perSecond;
    private DateTimeOffset filled = clock.GetUtcNow();
    private long filledForCallers = (callers ?? clock).GetTimestamp();

    /// <summary>Takes one token; false where there is none.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var seconds = Math.Max((now - filled).TotalSeconds, callers.GetElapsedTime(filledForCallers).TotalSeconds);
            if (seconds > 0)
            {
                tokens = Math.Min(perSecond, tokens + (seconds * perSecond));
                (filled, filledForCallers) = (now, callers.GetTimestamp());
            }

            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
