using System.Net;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Amazon.Runtime;
using RecordPixelEvents.Recording;

namespace RecordPixelEvents.Pinpoint;

/// <summary>Records events in an Amazon Pinpoint application.</summary>
internal sealed class PinpointEventSink(IAmazonPinpoint client, string applicationId) : IEventSink
{
    /// <summary>A client that gives up after at most three attempts of 5 seconds; what it gives up on goes back to the queue.</summary>
    public static AmazonPinpointClient NewClient() => new(new AmazonPinpointConfig
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxErrorRetry = 2,
        RetryMode = RequestRetryMode.Standard,
    });

    public async Task<BatchOutcome> SendAsync(EventBatch batch, CancellationToken cancellation)
    {
        try
        {
            var answer = await client.PutEventsAsync(PutEventsMapping.Request(applicationId, batch), cancellation);
            return PutEventsMapping.Outcome(answer.EventsResponse);
        }
        catch (AmazonServiceException exception)
        {
            return Outcome(exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            return new BatchFailed(Throttled: false, exception.GetType().Name);
        }
    }

    private static BatchOutcome Outcome(AmazonServiceException exception)
    {
        var problem = exception.ErrorCode ?? exception.GetType().Name;
        return exception.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => new BatchRefused(problem),
            HttpStatusCode.TooManyRequests => new BatchFailed(Throttled: true, problem),
            _ => new BatchFailed(Throttled: false, problem),
        };
    }
}
