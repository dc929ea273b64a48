using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Finds the operation that a request asks for, and carries it out within its rate.</summary>
internal sealed class OperationRouter(CloudContext cloud, Throttle throttle, IEnumerable<PinpointOperation> operations)
{
    /// <summary>Largest request body in bytes (developer guide, quotas: 7 MB unless a resource says otherwise).</summary>
    public const int MaximumBody = 7 * 1024 * 1024;

    private readonly PinpointOperation[] all = [.. operations, .. UnsupportedPinpointOperations.Operations];

    /// <summary>The operation that the request asks for.</summary>
    /// <exception cref="AwsException">Pinpoint has none for this path or method, or the body is too large.</exception>
    public AwsOperation Resolve(AwsRequest request)
    {
        var path = PathTemplate.Segments(request.Path);
        var routes =
            all.Select(operation => (Operation: operation, Parameters: operation.Match(path)))
                .Where(route => route.Parameters is not null)
                .ToList();
        if (routes.Count == 0)
        {
            throw PinpointError.UnknownOperation(request.Method);
        }

        var (found, parameters) = routes.Find(route => route.Operation.Method == request.Method);
        if (found is null || parameters is null)
        {
            throw PinpointError.MethodNotAllowed(request.Method);
        }

        return new AwsOperation(
            found.Name,
            $"mobiletargeting:{found.Name}",
            [Arn(found.Resource, parameters)],
            cancellationToken => Execute(found, new PinpointCall(request, parameters), cancellationToken));
    }

    private Task<AwsResponse> Execute(PinpointOperation operation, PinpointCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        throttle.Take(operation.Name);
        return call.Request.Body.Length > MaximumBody
            ? throw PinpointError.PayloadTooLarge(MaximumBody)
            : Task.FromResult(operation.Execute(call));
    }

    private string Arn(string resource, IReadOnlyDictionary<string, string> parameters)
    {
        var parts = PathTemplate.Segments(resource).Select(part => part is ['{', .. var name, '}'] ? parameters[name] : part);
        var named = string.Join('/', parts);
        return named.StartsWith("arn:", StringComparison.Ordinal) ? named : cloud.Arn("mobiletargeting", named);
    }
}
