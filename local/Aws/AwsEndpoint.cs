using System.Net;
using Engagement.Local.Iam;

namespace Engagement.Local.Aws;

/// <inheritdoc cref="IAwsEndpoint"/>
internal sealed class AwsEndpoint(Authorizer authorizer, CallLog calls, TimeProvider clock) : IAwsEndpoint
{
    private readonly Dictionary<string, IAwsService> services = new(StringComparer.Ordinal);

    /// <summary>Makes a service reachable.</summary>
    public void Add(IAwsService service) => services.Add(service.SigningName, service);

    public async Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken)
    {
        if (!services.TryGetValue(signingName, out var service))
        {
            Record(request.Caller, signingName, $"{request.Method} {request.Path}", allowed: true, (int)HttpStatusCode.NotImplemented, "UnknownService");
            return AwsResponse.Text(
                (int)HttpStatusCode.NotImplemented,
                "application/json",
                $$"""{"__type":"UnknownService","message":"This local cloud has no service '{{signingName}}'; it has {{string.Join(", ", services.Keys)}}."}""");
        }

        var operation = $"{request.Method} {request.Path}";
        var allowed = false;
        try
        {
            var resolved = service.Resolve(request);
            operation = resolved.Name;
            authorizer.Demand(request.Caller, resolved.Action, resolved.Resources);
            allowed = true;
            var response = await resolved.ExecuteAsync(cancellationToken);
            Record(request.Caller, service.Name, operation, allowed, response.StatusCode, null);
            return response;
        }
        catch (AwsException e)
        {
            Record(request.Caller, service.Name, operation, allowed, (int)e.Status, e.Code);
            return service.Error(request, e);
        }
    }

    public async Task<T> CallAsync<T>(
        Principal caller,
        string service,
        string operation,
        string action,
        string resource,
        Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken)
    {
        var allowed = false;
        try
        {
            authorizer.Demand(caller, action, [resource]);
            allowed = true;
            var result = await execute(cancellationToken);
            Record(caller, service, operation, allowed, (int)HttpStatusCode.OK, null);
            return result;
        }
        catch (AwsException e)
        {
            Record(caller, service, operation, allowed, (int)e.Status, e.Code);
            throw;
        }
    }

    private void Record(Principal caller, string service, string operation, bool allowed, int status, string? error) =>
        calls.Add(new(clock.GetUtcNow(), service, operation, caller.Name, allowed, status, error));
}
