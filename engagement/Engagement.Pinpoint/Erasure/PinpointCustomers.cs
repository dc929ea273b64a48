using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Services;

namespace Engagement.Pinpoint.Erasure;

/// <summary>Finds and deletes the customers of an application.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="applicationId">The application.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class PinpointCustomers(IAmazonPinpoint client, string applicationId, AwsCalls calls)
{
    /// <summary>The user with all endpoints; null when no endpoint has the user.</summary>
    /// <exception cref="ServiceException">Pinpoint did not answer.</exception>
    public async Task<PinpointCustomer?> FindAsync(string userId, CancellationToken cancellation)
    {
        var request = new GetUserEndpointsRequest { ApplicationId = applicationId, UserId = userId };
        var answer = await TryAsync(() => client.GetUserEndpointsAsync(request, cancellation));
        return answer?.EndpointsResponse.Item is { Count: > 0 } endpoints ? new(userId, [.. endpoints.Select(each => each.Id)]) : null;
    }

    /// <summary>The customer whose an endpoint is; null when there is no such endpoint.</summary>
    /// <exception cref="ServiceException">Pinpoint did not answer.</exception>
    public async Task<PinpointCustomer?> FindByEndpointAsync(string endpointId, CancellationToken cancellation)
    {
        var request = new GetEndpointRequest { ApplicationId = applicationId, EndpointId = endpointId };
        var answer = await TryAsync(() => client.GetEndpointAsync(request, cancellation));
        return answer?.EndpointResponse is not { } endpoint ? null
            : endpoint.User?.UserId is { Length: > 0 } user && await FindAsync(user, cancellation) is { } customer ? customer
            : new(null, [endpoint.Id]);
    }

    /// <summary>Deletes endpoints; one that is not there any more is none to delete.</summary>
    /// <returns>How many were there.</returns>
    /// <exception cref="ServiceException">Not all are deleted; the same call goes on.</exception>
    public async Task<int> DeleteAsync(IReadOnlyList<string> endpoints, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var endpoint in endpoints)
        {
            var request = new DeleteEndpointRequest { ApplicationId = applicationId, EndpointId = endpoint };
            deleted += await TryAsync(() => client.DeleteEndpointAsync(request, cancellation)) is null ? 0 : 1;
        }

        return deleted;
    }

    private async Task<T?> TryAsync<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await calls.CallAsync(PinpointMetrics.Service, call, exception => exception is NotFoundException);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
