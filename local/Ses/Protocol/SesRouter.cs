using Engagement.Local.Aws;

namespace Engagement.Local.Ses.Protocol;

/// <summary>Finds the operation that a request asks for, and carries it out within its rate.</summary>
internal sealed class SesRouter(IEnumerable<SesOperation> operations, TokenBucket? otherRequests)
{
    private readonly SesOperation[] all = [.. operations];

    /// <summary>The operation that the request asks for.</summary>
    /// <exception cref="AwsException">This cloud has none for this path and method.</exception>
    public AwsOperation Resolve(AwsRequest request)
    {
        var path = PathTemplate.Segments(request.Path);
        foreach (var operation in all.Where(operation => operation.Method == request.Method))
        {
            if (operation.Match(path) is { } parameters)
            {
                return Resolve(operation, new(request, parameters));
            }
        }

        throw SesError.NotDone($"operation at {request.Method} {string.Join('/', path.Take(3))}");
    }

    private AwsOperation Resolve(SesOperation operation, SesCall call) => new(
        operation.Name,
        $"ses:{operation.Name}",
        operation.Resources(call),
        cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return operation.Sends || otherRequests?.TryTake() != false
                ? Task.FromResult(SesAnswer.Result(operation.Execute(call)))
                : throw SesError.TooMany("Rate exceeded");
        })
    {
        ConditionValues = operation.ConditionValues(call),
    };
}
