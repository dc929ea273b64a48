using Engagement.Local.Aws;

namespace Local.Tests.Lambda;

/// <summary>A door without a guard, which remembers who went through.</summary>
internal sealed class OpenDoor : IAwsEndpoint
{
    public List<(Principal Caller, string Action, string Resource)> Calls { get; } = [];

    public Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("These tests speak to Lambda itself.");

    public Task<T> CallAsync<T>(
        Principal caller, string service, string operation, string action, string resource, Func<CancellationToken, Task<T>> execute, CancellationToken cancellationToken)
    {
        Calls.Add((caller, action, resource));
        return execute(cancellationToken);
    }
}
