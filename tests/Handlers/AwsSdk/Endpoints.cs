using Amazon;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Handlers.Tests.AwsSdk;

public sealed class Endpoints
{
    [Theory]
    [InlineData("eu-west-1", false, "https://pinpoint.eu-west-1.amazonaws.com/")]
    [InlineData("us-east-1", true, "https://pinpoint-fips.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, "https://pinpoint.cn-north-1.amazonaws.com.cn/")]
    public void Pinpoint_has_an_endpoint_in_each_region(string region, bool fips, string expected)
    {
        var config = new AmazonPinpointConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips };

        Assert.Equal(new Uri(expected), new Uri(Endpoint(config, new PutEventsRequest())));
    }

    [Fact]
    public void Secrets_Manager_has_an_endpoint_in_each_region()
        => Assert.Equal(
            new Uri("https://secretsmanager.eu-central-1.amazonaws.com/"),
            new Uri(Endpoint(new AmazonSecretsManagerConfig { RegionEndpoint = RegionEndpoint.EUCentral1 }, new GetSecretValueRequest())));

    [Fact]
    public void A_service_url_is_used_as_it_is()
        => Assert.Equal(
            new Uri("http://127.0.0.1:8080/"),
            new Uri(Endpoint(new AmazonPinpointConfig { ServiceURL = "http://127.0.0.1:8080" }, new PutEventsRequest())));

    [Fact]
    public void The_client_tells_where_a_request_would_go()
    {
        using var client = new AmazonPinpointClient(
            new BasicAWSCredentials(Clients.AccessKeyId, Clients.SecretKey),
            RegionEndpoint.EUWest1);

        Assert.Equal(
            new Uri("https://pinpoint.eu-west-1.amazonaws.com/"),
            new Uri(client.DetermineServiceOperationEndpoint(new PutEventsRequest()).URL));
    }

    [Fact]
    public void Configurations_name_the_service()
    {
        Assert.Equal(
            ("Pinpoint", "2016-12-01", "pinpoint", "mobiletargeting"),
            Names(new AmazonPinpointConfig(), AmazonPinpointConfig.ServiceId));
        Assert.Equal(
            ("Secrets Manager", "2017-10-17", "secretsmanager", "secretsmanager"),
            Names(new AmazonSecretsManagerConfig(), AmazonSecretsManagerConfig.ServiceId));
    }

    private static (string, string, string, string) Names(ClientConfig config, string serviceId)
        => (serviceId, config.ServiceVersion, config.RegionEndpointServiceName, config.AuthenticationServiceName);

    private static string Endpoint(ClientConfig config, AmazonWebServiceRequest request)
        => config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request)).URL;
}
