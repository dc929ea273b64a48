using System.Net;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Engagement.Aws.Secrets;
using Engagement.Services;
using Handlers.Tests.CompanyEvents;
using Handlers.Tests.Pinpoint;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Secrets;

public sealed class SecretsManagerSigningSecretTests : IDisposable
{
    private readonly FakeHttp http = new();
    private readonly Output telemetry = new();
    private readonly AmazonSecretsManagerClient client;
    private readonly SecretsManagerSigningSecret secret;

    public SecretsManagerSigningSecretTests()
    {
        client = new AmazonSecretsManagerClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonSecretsManagerConfig
            {
                ServiceURL = "http://secrets.test",
                AuthenticationRegion = "eu-central-1",
                MaxErrorRetry = 0,
                HttpClientFactory = http.Factory,
            });
        secret = new SecretsManagerSigningSecret(client, "arn:signing", telemetry.Calls());
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task Secret_is_read_by_its_arn()
    {
        http.Answer = () => FakeHttp.Json(HttpStatusCode.OK, """{"ARN":"arn:signing","SecretString":"{\"current\":\"k\"}"}""");
        Assert.Equal("""{"current":"k"}""", await secret.ReadAsync(CancellationToken.None));
        Assert.Equal("""{"SecretId":"arn:signing"}""", http.Body);
    }

    [Fact]
    public async Task Error_is_unavailability_by_its_name_alone()
    {
        http.Answer = () =>
            FakeHttp.Json(
                HttpStatusCode.BadRequest,
                """{"__type":"AccessDeniedException","Message":"user x may not"}""",
                "AccessDeniedException");
        var exception = await Assert.ThrowsAsync<ServiceException>(() => secret.ReadAsync(CancellationToken.None));
        Assert.Equal("Secrets Manager: AccessDeniedException", exception.Message);
        Assert.Equal((1, 1), (telemetry.Metric("SecretCalls"), telemetry.Metric("SecretErrors")));
    }

    [Fact]
    public async Task Broken_connection_is_unavailability() =>
        await Assert.ThrowsAsync<ServiceException>(() => secret.ReadAsync(CancellationToken.None));

    [Fact]
    public async Task Cut_off_read_is_unavailability()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<ServiceException>(() => secret.ReadAsync(cancelled.Token));
    }
}
