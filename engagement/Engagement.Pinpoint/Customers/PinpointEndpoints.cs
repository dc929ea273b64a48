using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Services;
using WriteUserAttributes.Writing;

namespace WriteUserAttributes.Pinpoint;

/// <summary>Endpoints of a Pinpoint application.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="applicationId">The application.</param>
/// <param name="calls">Measures the calls.</param>
internal sealed class PinpointEndpoints(IAmazonPinpoint client, string applicationId, AwsCalls calls) : IEndpoints
{
    /// <summary>A client that gives up after at most three attempts of 5 seconds.</summary>
    public static AmazonPinpointClient NewClient() => new(AwsCalls.Bounded(new AmazonPinpointConfig(), TimeSpan.FromSeconds(5)));

    public Task UpdateAsync(IReadOnlyList<EndpointUpdate> updates, CancellationToken cancellation)
    {
        var request = new UpdateEndpointsBatchRequest { ApplicationId = applicationId, EndpointBatchRequest = new() { Item = [.. updates.Select(Item)] } };
        return calls.CallAsync(ServiceMetrics.Pinpoint, () => client.UpdateEndpointsBatchAsync(request, cancellation));
    }

    // What is not named, such as address and channel, stays as it is.
    private static EndpointBatchItem Item(EndpointUpdate update) => new()
    {
        Id = update.EndpointId,
        User = new() { UserAttributes = new(update.UserAttributes) },
    };
}
