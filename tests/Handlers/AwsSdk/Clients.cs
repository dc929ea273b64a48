using Amazon.Pinpoint;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Engagement.Aws;

namespace Handlers.Tests.AwsSdk;

/// <summary>Clients that talk to a service on this machine, with made-up keys.</summary>
internal static class Clients
{
    public const string AccessKeyId = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string Region = "eu-west-1";

    public static AmazonPinpointClient Pinpoint(LoopbackService service, int retries = 0, TimeSpan? timeout = null)
        => new(new BasicAWSCredentials(AccessKeyId, SecretKey), Configured(new AmazonPinpointConfig(), service, retries, timeout));

    public static AmazonSecretsManagerClient SecretsManager(LoopbackService service, int retries = 0)
        => new(new BasicAWSCredentials(AccessKeyId, SecretKey), Configured(new AmazonSecretsManagerConfig(), service, retries, null));

    /// <summary>A client of the bounds that what must not happen twice has.</summary>
    public static AmazonPinpointClient SingleAttempt(BreakingService service) => new(
        new BasicAWSCredentials(AccessKeyId, SecretKey),
        AwsCalls.SingleAttempt(
            new AmazonPinpointConfig { ServiceURL = service.Url, AuthenticationRegion = Region }, TimeSpan.FromSeconds(30)));

    private static T Configured<T>(T config, LoopbackService service, int retries, TimeSpan? timeout)
        where T : ClientConfig
    {
        config.ServiceURL = service.Url;
        config.AuthenticationRegion = Region;
        config.MaxErrorRetry = retries;
        config.Timeout = timeout ?? TimeSpan.FromSeconds(30);
        return config;
    }
}
