using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Identity;

/// <summary>
/// Keeps the keys of signatures between invocations. The first signature reads them. They are read again after
/// <see cref="TimeToLive"/>, or as soon as a signature fits none of them. They are never read twice within <see cref="ShortestRereading"/>:
/// a stream of forged signatures costs one read in that time. While the secret cannot be read, keys serve up to <see cref="LongestUse"/>.
/// </summary>
public sealed class SigningKeyCache(ISigningSecret secret, TimeProvider time, LogWriter log, MetricsWriter metrics)
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
        try
        {
            var read = SigningKeys.Parse(await secret.ReadAsync(cancellation));
            (keys, readAt) = (read, time.GetTimestamp());
            return read;
        }
        catch (ServiceException exception)
        {
            return Missing(exception.Message);
        }
        catch (SigningSecretException exception)
        {
            // The call came through, and what it brought is of no use.
            metrics.Count(MetricName.SecretErrors);
            return Missing(exception.Message);
        }
    }

    private SigningKeys? Missing(string problem)
    {
        log.SecretUnavailable(problem, keysAtHand: keys is not null && Age < LongestUse);
        return null;
    }
}
