using Amazon.Pinpoint;
using Engagement.Aws;
using Engagement.Aws.Functions;

namespace Engagement.Pinpoint.Events;

/// <summary>Records events in an Amazon Pinpoint application.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="applicationId">The application.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class PinpointEventSink(IAmazonPinpoint client, string applicationId, AwsCalls calls) : IEventSink
{
    /// <summary>
    /// The sink of a function. Its client gives up after at most three attempts of 5 seconds; what it gives up on goes back to the queue.
    /// </summary>
    public static PinpointEventSink Open(FunctionHost host) =>
        new(host.Own(PinpointClients.Create(TimeSpan.FromSeconds(5))), PinpointEnvironment.ReadApplicationId(host.Environment), host.Calls);

    /// <inheritdoc/>
    public async Task<BatchAnswer> SendAsync(EventBatch batch, CancellationToken cancellation)
    {
        var request = PutEventsMapping.Request(applicationId, batch);
        var answer = await calls.CallAsync(PinpointMetrics.Service, () => client.PutEventsAsync(request, cancellation));
        return PutEventsMapping.Answer(answer.EventsResponse, batch);
    }
}
