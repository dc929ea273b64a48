using Amazon.Pinpoint.Model;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Endpoints by Pinpoint's API.</summary>
public sealed class PinpointEndpointResources(PinpointApplication application) : IEndpointResources
{
    public async Task<ProvisionedResource> PutAsync(EndpointDeclaration endpoint, CancellationToken cancellation)
    {
        var request = new UpdateEndpointRequest
        {
            ApplicationId = application.Id,
            EndpointId = endpoint.EndpointId,
            EndpointRequest = new EndpointRequest
            {
                ChannelType = endpoint.Channel,
                Address = endpoint.Address,
                OptOut = "NONE",
                Attributes = endpoint.Attributes.ToDictionary(
                    attribute => attribute.Key, attribute => attribute.Value.ToList(), StringComparer.Ordinal),
            },
        };
        await PinpointApplication.CallAsync(
            $"updating endpoint '{endpoint.EndpointId}'", application.Client.UpdateEndpointAsync(request, cancellation));
        return new(endpoint.EndpointId, application.Arn($"endpoints/{endpoint.EndpointId}"));
    }

    public Task DeleteAsync(string endpointId, CancellationToken cancellation) => PinpointApplication.RemoveAsync(
        $"deleting endpoint '{endpointId}'",
        application.Client.DeleteEndpointAsync(new() { ApplicationId = application.Id, EndpointId = endpointId }, cancellation));
}
