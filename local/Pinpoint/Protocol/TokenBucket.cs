namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Lets a number of requests through each second of the clock, and saves up at most one second's worth.</summary>
internal sealed class TokenBucket(TimeProvider clock, int perSecond)
{
    private readonly Lock gate = new();
    private double tokens = perSecond;
    private DateTimeOffset filled = clock.GetUtcNow();

    /// <summary>Takes one token; false where there is none.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (now > filled)
            {
                tokens = Math.Min(perSecond, tokens + ((now - filled).TotalSeconds * perSecond));
                filled = now;
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
