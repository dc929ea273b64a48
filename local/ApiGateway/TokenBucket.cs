namespace Engagement.Local.ApiGateway;

/// <summary>A throttle: holds up to <paramref name="burst"/> tokens and refills by <paramref name="rate"/> a second; each request takes one.</summary>
/// <param name="rate">Requests a second in the long run.</param>
/// <param name="burst">Requests at once.</param>
/// <param name="clock">What refills it.</param>
internal sealed class TokenBucket(double rate, int burst, TimeProvider clock)
{
    private readonly Lock gate = new();

    private double tokens = burst;

    private DateTimeOffset refilled = clock.GetUtcNow();

    /// <summary>Takes a token, or answers false where there is none.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            tokens = Math.Min(burst, tokens + (rate * (now - refilled).TotalSeconds));
            refilled = now;
            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
