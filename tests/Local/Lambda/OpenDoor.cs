using Engagement.Local.Aws;

namespace Local.Tests.Lambda;

/// <summary>A door without a guard, which remembers who went through.</summary>
internal sealed class OpenDoor : IAwsEndpoint
{
    public List<(Principal Caller, string Action, string Resource)> Calls { get; } = [];

    /// <summary>What went to other services.</summary>
    public List<(string SigningName, AwsRequest Request)> Sent { get; } = [];

    public Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken)
    {
        Sent.Add((signingName, request));
        return Task.FromResult(AwsResponse.Text(200, "application/json", "{}"));
    }

    public Task<T> CallAsync<T>(
        Principal caller, string service, string operation, string action, string resource, Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken)
    {
        Calls.Add((caller, action, resource));
        return execute(cancellationToken);
    }
}
