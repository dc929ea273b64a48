using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Writing;
using Engagement.Services;

namespace Engagement.Pinpoint.Customers;

/// <summary>User attributes of a Pinpoint application's endpoints. It takes two such calls a second from an account.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="applicationId">The application.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class PinpointUserAttributes(IAmazonPinpoint client, string applicationId, AwsCalls calls) : IUserAttributes
{
    /// <summary>A function's. The client gives up after at most three attempts of 5 seconds.</summary>
    public static PinpointUserAttributes Open(FunctionHost host) =>
        new(host.Own(PinpointClients.Create(TimeSpan.FromSeconds(5))), PinpointEnvironment.ReadApplicationId(host.Environment), host.Calls);

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<EndpointUpdate>> Divide(IEnumerable<EndpointUpdate> updates) => UpdateBatch.Divide(updates);

    /// <inheritdoc/>
    public Task UpdateAsync(IReadOnlyList<EndpointUpdate> updates, CancellationToken cancellation)
    {
        var request = new UpdateEndpointsBatchRequest
        {
            ApplicationId = applicationId,
            EndpointBatchRequest = new() { Item = [.. updates.Select(Item)] },
        };
        return calls.CallAsync(PinpointMetrics.Service, () => client.UpdateEndpointsBatchAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public string ReasonFor(ServiceFailure failure) => PinpointReturnReason.From(failure);

    // What is not named, such as address and channel, stays as it is.
    private static EndpointBatchItem Item(EndpointUpdate update) => new()
    {
        Id = update.EndpointId,
        User = new() { UserAttributes = new(update.UserAttributes) },
    };
}
