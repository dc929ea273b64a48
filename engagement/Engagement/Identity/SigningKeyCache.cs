using Engagement.Identity;
using Engagement.Telemetry;

namespace RecordPixelEvents.Secrets;

/// <summary>
/// Keeps the keys of identity signatures between invocations. They are read when the first signed request comes and again after
/// <see cref="TimeToLive"/>, or as soon as a signature fits none of them, but not within <see cref="ShortestRereading"/>, so that a stream
/// of forged signatures costs one read of the secret in that time. While the secret cannot be read, keys serve up to <see cref="LongestUse"/>.
/// </summary>
internal sealed class SigningKeyCache(ISigningSecret secret, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <summary>After a rotation, the key before the previous one is no longer accepted after this time at the latest.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    /// <summary>After a rotation, a signature with the new key may be refused for this long at most.</summary>
    public static readonly TimeSpan ShortestRereading = TimeSpan.FromSeconds(10);

    /// <summary>How long keys serve at most when the secret cannot be read again.</summary>
    public static readonly TimeSpan LongestUse = TimeSpan.FromHours(1);

    private SigningKeys? keys;
    private long readAt;

    /// <summary>The keys when they need not be read again, otherwise null.</summary>
    public SigningKeys? Fresh => keys is not null && Age < TimeToLive ? keys : null;

    private TimeSpan Age => time.GetElapsedTime(readAt);

    /// <summary>The keys; null when the secret cannot be read and none are at hand.</summary>
    public async Task<SigningKeys?> ReadAsync(CancellationToken cancellation) =>
        Fresh ?? await TryReadAsync(cancellation) ?? (keys is not null && Age < LongestUse ? keys : null);

    /// <summary>The keys read anew; null when they were read a moment ago or cannot be read.</summary>
    public async Task<SigningKeys?> ReadAgainAsync(CancellationToken cancellation) =>
        keys is not null && Age < ShortestRereading ? null : await TryReadAsync(cancellation);

    private async Task<SigningKeys?> TryReadAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        metrics.Count(MetricName.SecretCalls);
        try
        {
            var read = SigningKeys.Parse(await secret.ReadAsync(cancellation));
            (keys, readAt) = (read, time.GetTimestamp());
            return read;
        }
        catch (Exception exception) when (exception is SigningSecretUnavailableException or SigningSecretException)
        {
            metrics.Count(MetricName.SecretErrors);
            log.SecretUnavailable(exception.Message, keysAtHand: keys is not null && Age < LongestUse);
            return null;
        }
        finally
        {
            metrics.Duration(MetricName.SecretDuration, time.GetElapsedTime(start));
        }
    }
}
