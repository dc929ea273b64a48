namespace Engagement.Local.Aws;

/// <summary>
/// The one door to every service: calls are authorised, disturbed by faults where asked, recorded, and carried out.
/// What comes over HTTP from functions and tools, and what services ask of each other, both go through it.
/// </summary>
internal interface IAwsEndpoint
{
    /// <summary>Sends a request to the service of that signing name.</summary>
    Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken);

    /// <summary>A call that one part of this cloud makes of another without wire format between them.</summary>
    /// <param name="caller">Who makes it.</param>
    /// <param name="service">Short service name, as in <see cref="IAwsService.Name"/>.</param>
    /// <param name="operation">The operation, such as <c>ReceiveMessage</c>.</param>
    /// <param name="action">The IAM action that allows it.</param>
    /// <param name="resource">ARN that it acts on.</param>
    /// <param name="execute">Does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AwsException">It was denied, or failed.</exception>
    Task<T> CallAsync<T>(
        Principal caller,
        string service,
        string operation,
        string action,
        string resource,
        Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken);
}
