using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace EndToEnd.Tests.Truth;

/// <summary>Every queue and topic of the stack refuses what does not come over TLS, and takes what does.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class TransportTests(DevEnvironment environment)
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Topic = "aws:sns/topic:Topic";

    public static TheoryData<string> Types => [Queue, Topic];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Everything_that_takes_messages_refuses_those_in_plain_http(string type)
    {
        var resources = environment.Cloud.Graph.Resources.Where(resource => resource.Type == type).ToList();

        Assert.NotEmpty(resources);
        foreach (var resource in resources)
        {
            using var refused = await SendAsync(type, resource.Id!, "http");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Contains(
                "with an explicit deny in a resource-based policy",
                await refused.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_proxy_got_over_TLS_is_taken()
    {
        var topic = environment.Cloud.Graph.Resources.First(resource => resource.Type == Topic);

        using var taken = await SendAsync(Topic, topic.Id!, "https");

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    // Signed by the account itself, which no policy of a role binds.
    private async Task<HttpResponseMessage> SendAsync(string type, string id, string proto)
    {
        var (service, body) = type == Queue
            ? ("sqs", $"Action=SendMessage&Version=2012-11-05&MessageBody=x&QueueUrl={Uri.EscapeDataString(id)}")
            : ("sns", $"Action=Publish&Version=2010-03-31&Message=x&TopicArn={Uri.EscapeDataString(id)}");
        using var request = new HttpRequestMessage(HttpMethod.Post, environment.Http.BaseAddress)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential=any/20260301/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=x");
        request.Headers.Add("X-Forwarded-Proto", proto);
        return await environment.Http.SendAsync(request);
    }
}
