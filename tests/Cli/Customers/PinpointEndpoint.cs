namespace Cli.Tests.Customers;

/// <summary>An endpoint in the application of a stack on Pinpoint.</summary>
internal static class PinpointEndpoint
{
    public static async Task PutAsync(OperatedCloud cloud, string id, string? userId)
    {
        using var client = cloud.Pinpoint;
        await client.UpdateEndpointAsync(new()
        {
            ApplicationId = cloud.Application,
            EndpointId = id,
            EndpointRequest = new()
            {
                ChannelType = Amazon.Pinpoint.ChannelType.EMAIL,
                Address = $"{id}@example.com",
                User = userId is null ? null : new() { UserId = userId },
            },
        });
    }
}
