using Engagement.Local.Aws;

namespace Local.Tests.ApiGateway;

/// <summary>Stands for every AWS service: keeps what it is asked, and answers what the test wants.</summary>
internal sealed class RecordingEndpoint : IAwsEndpoint
{
    public List<(string SigningName, AwsRequest Request)> Calls { get; } = [];

    /// <summary>What callers wanted to do, and to what.</summary>
    public List<(Principal Caller, string Action, string Resource)> Asked { get; } = [];

    /// <summary>What they are told instead; null where they may.</summary>
    public Func<Principal, string, string, AwsException>? Denial { get; set; }

    public Func<AwsRequest, CancellationToken, Task<AwsResponse>> Answer { get; set; } = (_, _) => Task.FromResult(Json(200, "{}"));

    public static AwsResponse Json(int status, string body) => AwsResponse.Text(status, "application/json", body);

    public void AlwaysAnswer(int status) => Answer = (_, _) => Task.FromResult(Json(status, "{\"Error\":{\"Code\":\"Some\"}}"));

    public Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken)
    {
        Calls.Add((signingName, request));
        return Answer(request, cancellationToken);
    }

    public Task<T> CallAsync<T>(
        Principal caller, string service, string operation, string action, string resource, Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken)
    {
        Asked.Add((caller, action, resource));
        return Denial is { } denial ? throw denial(caller, action, resource) : execute(cancellationToken);
    }
}
