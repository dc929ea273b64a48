using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Engagement.Aws.Functions;
using Engagement.Identity;
using Engagement.Services;

namespace Engagement.Aws.Secrets;

/// <summary>The signing secret in AWS Secrets Manager.</summary>
/// <param name="client">Calls Secrets Manager.</param>
/// <param name="secretArn">The secret.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SecretsManagerSigningSecret(IAmazonSecretsManager client, string secretArn, AwsCalls calls) : ISigningSecret
{
    /// <summary>
    /// A function's signing secret: <c>SIGNING_SECRET_ARN</c> names it. The client gives up after at most three attempts of 3 seconds.
    /// </summary>
    public static SecretsManagerSigningSecret Open(FunctionHost host) =>
        new(
            host.Own(new AmazonSecretsManagerClient(AwsCalls.Bounded(new AmazonSecretsManagerConfig(), TimeSpan.FromSeconds(3)))),
            host.Environment.Required("SIGNING_SECRET_ARN"),
            host.Calls);

    /// <inheritdoc/>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var request = new GetSecretValueRequest { SecretId = secretArn };
        return (await calls.CallAsync(ServiceMetrics.Secret, () => client.GetSecretValueAsync(request, cancellation))).SecretString ?? "";
    }
}
