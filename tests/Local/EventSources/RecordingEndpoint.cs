using System.Collections.Concurrent;
using System.Net;
using Engagement.Local.Aws;

namespace Local.Tests.EventSources;

/// <summary>Lets every call through, except those it is told to fail, and remembers all.</summary>
internal sealed class RecordingEndpoint : IAwsEndpoint
{
    public ConcurrentQueue<(Principal Caller, string Operation, string Action, string Resource)> Calls { get; } = new();

    /// <summary>The error of an operation, or null to let it through.</summary>
    public Func<string, AwsException?> Fail { get; set; } = _ => null;

    public static AwsException Denied(string operation) =>
        new(HttpStatusCode.Forbidden, "AccessDeniedException", $"Not authorised: {operation}");

    public Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public async Task<T> CallAsync<T>(
        Principal caller, string service, string operation, string action, string resource, Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken)
    {
        Calls.Enqueue((caller, operation, action, resource));
        await Task.Yield();
        return Fail(operation) is { } error ? throw error : await execute(cancellationToken);
    }
}
