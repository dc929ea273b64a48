using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.Resources;

namespace Local.Tests.Cloud;

/// <summary>One list says which services there are.</summary>
public sealed class ServiceListTests : IAsyncDisposable
{
    private readonly LocalCloud cloud = new(
        new() { Region = "eu-west-1", BaseUrl = new("http://127.0.0.1:8080"), Clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) });

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task Every_service_of_the_list_answers()
    {
        foreach (var service in cloud.ServicesThat<IAwsService>())
        {
            var answer = await SendAsync(service);
            var body = Encoding.UTF8.GetString(answer.Body.Span);
            Assert.DoesNotContain("UnknownService", body, StringComparison.Ordinal);
            Assert.InRange(answer.StatusCode, 400, 501);
            Assert.NotEmpty(body);
            Assert.Equal(service.Name, cloud.Calls.Latest[^1].Service);
        }
    }

    [Fact]
    public void A_fault_can_strike_every_service_of_the_list() => Assert.All(cloud.ServicesThat<IAwsService>(), service =>
        Assert.All(service.Errors, error => Assert.Equal(error.Value, Add(service, error.Key))));

    [Fact]
    public void Every_entry_of_the_list_answers_or_makes_resources()
    {
        Assert.Equal(ServiceList.All.Count, cloud.ServicesThat<object>().Count());
        Assert.All(
            cloud.ServicesThat<object>(), service => Assert.True(service is IAwsService or IResourceProvider, service.GetType().Name));
    }

    [Theory]
    [InlineData("mobiletargeting", "GET", "/v1/apps", "", 403)]
    [InlineData("sqs", "POST", "/", "AmazonSQS.ListQueues", 403)]
    [InlineData("dynamodb", "POST", "/", "DynamoDB_20120810.DescribeTable", 400)]
    public async Task A_denial_has_the_status_of_the_service_s_protocol(
        string service, string method, string path, string target, int status)
    {
        var answer = await cloud.Endpoint.SendAsync(service, Request(method, path, target), CancellationToken.None);

        var call = cloud.Calls.Latest[^1];
        Assert.Equal((status, status, "AccessDeniedException", false), (answer.StatusCode, call.Status, call.Error, call.Allowed));
    }

    private static AwsRequest Request(string method, string path, string target) => new()
    {
        Method = method,
        Path = path,
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Target"] = target },
        Body = Encoding.UTF8.GetBytes("""{"TableName":"ledger"}"""),
        Caller = Principal.Role("arn:aws:iam::000000000000:role/nothing", "f"),
    };

    private int? Add(IAwsService service, string error) =>
        cloud.Faults.Add(Encoding.UTF8.GetBytes($$"""{"service":"{{service.Name}}","error":"{{error}}"}""")).Fault.Status;

    // A request that names no operation: each service says so in its own protocol.
    private Task<AwsResponse> SendAsync(IAwsService service) => cloud.Endpoint.SendAsync(
        service.SigningName, new()
        {
            Method = "POST",
            Path = "/",
            Caller = cloud.CallerOf("AKIAIOSFODNN7EXAMPLE")
        }, CancellationToken.None);
}
