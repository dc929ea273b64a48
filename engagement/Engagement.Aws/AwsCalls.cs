using System.Net;
using Amazon.Runtime;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Aws;

/// <summary>Calls AWS services: measures each call, and turns what their clients throw into <see cref="ServiceException"/>.</summary>
/// <param name="time">Tells the time.</param>
/// <param name="metrics">Where each call is counted.</param>
public sealed class AwsCalls(TimeProvider time, MetricsWriter metrics)
{
    /// <summary>
    /// Sets a client's bounds: at most three attempts of <paramref name="timeout"/> each, with a growing pause between them. Where the
    /// connection breaks, the SDK repeats a call at once, and does not count that.
    /// </summary>
    public static TConfig Bounded<TConfig>(TConfig config, TimeSpan timeout)
        where TConfig : ClientConfig
    {
        config.Timeout = timeout;
        config.MaxErrorRetry = 2;
        config.RetryMode = RequestRetryMode.Standard;
        return config;
    }

    /// <summary>
    /// Sets a client's bounds: a single attempt. It is for what a second attempt would do twice, since an attempt whose answer was lost may
    /// have been carried out. The SDK counts attempts on connections that break apart from all others, and makes ten more by default.
    /// </summary>
    public static TConfig SingleAttempt<TConfig>(TConfig config, TimeSpan timeout)
        where TConfig : ClientConfig
    {
        config.Timeout = timeout;
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        return config;
    }

    /// <summary>Calls a service.</summary>
    /// <param name="service">Which.</param>
    /// <param name="call">The call; exceptions that mean something to the caller may pass through <paramref name="expected"/>.</param>
    /// <param name="expected">Which of the service's errors are answers: they are not counted as errors, and thrown as they are.</param>
    /// <exception cref="ServiceException">The call did not come through.</exception>
    public async Task<T> CallAsync<T>(ServiceMetrics service, Func<Task<T>> call, Func<AmazonServiceException, bool>? expected = null)
    {
        var start = time.GetTimestamp();
        metrics.Count(service.Calls);
        try
        {
            return await call();
        }
        catch (AmazonServiceException exception) when (expected?.Invoke(exception) != true)
        {
            throw Counted(service, FailureOf(exception), exception.ErrorCode ?? exception.GetType().Name, exception);
        }
        catch (Exception exception) when (exception is not AmazonServiceException
            and (AmazonClientException or HttpRequestException or IOException or OperationCanceledException or TimeoutException))
        {
            throw Counted(service, ServiceFailure.Failed, exception.GetType().Name, exception);
        }
        finally
        {
            metrics.Duration(service.Duration, time.GetElapsedTime(start));
        }
    }

    private static ServiceFailure FailureOf(AmazonServiceException exception) =>
        exception.StatusCode == HttpStatusCode.TooManyRequests || exception.ErrorCode?.Contains("Throttl", StringComparison.Ordinal) == true
            || exception.ErrorCode is "TooManyRequestsException" or "ProvisionedThroughputExceededException" or "RequestLimitExceeded"
                ? ServiceFailure.Throttled
        : exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            or HttpStatusCode.MethodNotAllowed
            ? ServiceFailure.Denied
        : exception.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError ? ServiceFailure.Refused
        : ServiceFailure.Failed;

    private ServiceException Counted(ServiceMetrics service, ServiceFailure failure, string problem, Exception exception)
    {
        metrics.Count(failure == ServiceFailure.Throttled ? service.Throttled : service.Errors);
        return new(failure, $"{service.Name}: {problem}", exception);
    }
}
