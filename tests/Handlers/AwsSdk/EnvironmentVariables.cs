using Amazon;
using Amazon.Pinpoint;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Handlers.Tests.AwsSdk;

/// <summary>Environment variables are the whole process's, so these tests run while no others do.</summary>
[Collection(nameof(EnvironmentVariables))]
[CollectionDefinition(nameof(EnvironmentVariables), DisableParallelization = true)]
public sealed class EnvironmentVariables : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new(Clients.AccessKeyId, Clients.SecretKey);
    private static readonly string[] Names = ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_PINPOINT", "AWS_ENDPOINT_URL_SECRETS_MANAGER"];
    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Fact]
    public async Task AWS_ENDPOINT_URL_holds_for_every_service()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", service.Url);
        using var pinpoint = new AmazonPinpointClient(Credentials, RegionEndpoint.EUWest1);
        using var secrets = new AmazonSecretsManagerClient(Credentials, RegionEndpoint.EUWest1);

        await pinpoint.PutEventsAsync(Batches.OneEvent());
        await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" });

        Assert.Equal(
            ["mobiletargeting", "secretsmanager"],
            service.Requests.Select(request => new SignatureVersion4(request).Credential[3]));
    }

    [Fact]
    public async Task An_endpoint_whose_host_names_no_region_is_signed_for_us_east_1_unless_the_configuration_says_otherwise()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", service.Url);
        using var unsaid = new AmazonPinpointClient(Credentials, RegionEndpoint.EUWest1);
        using var said = new AmazonPinpointClient(
            Credentials,
            new AmazonPinpointConfig { RegionEndpoint = RegionEndpoint.EUWest1, AuthenticationRegion = "eu-west-1" });

        await unsaid.PutEventsAsync(Batches.OneEvent());
        await said.PutEventsAsync(Batches.OneEvent());

        Assert.Equal(["us-east-1", "eu-west-1"], service.Requests.Select(request => new SignatureVersion4(request).Credential[2]));
    }

    [Fact]
    public async Task The_services_own_variable_comes_first()
    {
        await using var pinpointService = new LoopbackService(new ScriptedAnswer(200, "{}"));
        await using var secretsService = new LoopbackService(new ScriptedAnswer(200, "{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", "http://127.0.0.1:9/");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_PINPOINT", pinpointService.Url);
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsService.Url);
        using var pinpoint = new AmazonPinpointClient(Credentials, RegionEndpoint.EUWest1);
        using var secrets = new AmazonSecretsManagerClient(Credentials, RegionEndpoint.EUWest1);

        await pinpoint.PutEventsAsync(Batches.OneEvent());
        await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" });

        Assert.Single(pinpointService.Requests);
        Assert.Single(secretsService.Requests);
    }
}
