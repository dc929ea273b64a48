using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RecordPixelEvents.Secrets;

/// <summary>The signing secret in AWS Secrets Manager.</summary>
internal sealed class SecretsManagerSigningSecret(IAmazonSecretsManager client, string secretArn) : ISigningSecret
{
    /// <summary>A client that gives up after at most three attempts of 3 seconds.</summary>
    public static AmazonSecretsManagerClient NewClient() => new(new AmazonSecretsManagerConfig
    {
        Timeout = TimeSpan.FromSeconds(3),
        MaxErrorRetry = 2,
        RetryMode = RequestRetryMode.Standard,
    });

    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var answer = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = secretArn }, cancellation);
            return answer.SecretString ?? "";
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            var problem = (exception as AmazonServiceException)?.ErrorCode ?? exception.GetType().Name;
            throw new SigningSecretUnavailableException($"Secrets Manager: {problem}", exception);
        }
    }
}
