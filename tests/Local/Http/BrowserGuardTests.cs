using System.Net;
using Engagement.Local.Lambda.Execution;

namespace Local.Tests.Http;

/// <summary>What a web page in the browser of the person at this machine can do here: load the pixel, and nothing else.</summary>
public sealed class BrowserGuardTests
{
    private const string Signed = "AWS4-HMAC-SHA256 Credential=any/20260302/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=none";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost:8080")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]:8080")]
    public async Task It_answers_for_its_own_host_names_with_any_port(string host)
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var answer = await cloud.SendAsync("GET", "/_local/health", null, ("Host", host));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("localhost.")]
    [InlineData("127.0.0.2")]
    [InlineData("0.0.0.0:8080")]
    [InlineData("[::2]")]
    [InlineData("2130706433")]
    public async Task It_answers_for_no_other_host_name_on_any_route(string host)
    {
        await using var cloud = await ServedCloud.StartAsync();

        foreach (var path in
            (string[])[
                "/_local", "/_local/health", "/_local/clock", "/_api/any/v1/events", "/", "/v1/apps", "/?Action=ListQueues"
            ])
        {
            foreach (var method in (string[])["GET", "POST", "DELETE", "OPTIONS"])
            {
                using var answer = await cloud.SendAsync(method, path, null, ("Host", host), ("Authorization", Signed));
                Assert.Equal(
                    (HttpStatusCode.Forbidden, true),
                    (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("the header Host", StringComparison.Ordinal)));
            }
        }
    }

    [Theory]
    [InlineData("GET /_local/health HTTP/1.0\r\n\r\n", "403")]
    [InlineData("GET /_api/any/v1/events HTTP/1.0\r\n\r\n", "403")]
    [InlineData("GET /_local/health HTTP/1.1\r\nHost: \r\n\r\n", "403")]
    [InlineData("GET /_local/health HTTP/1.1\r\nHost: evil.example\r\n\r\n", "403")]
    // HTTP itself forbids these, and the server answers before any route.
    [InlineData("GET /_local/health HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /_local/health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n", "400")]
    [InlineData("GET /_local/health HTTP/1.1\r\nHost: evil example\r\n\r\n", "400")]
    [InlineData("GET http://evil.example/_local/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400")]
    public async Task A_missing_or_broken_host_is_refused(string request, string status)
    {
        await using var cloud = await ServedCloud.StartAsync();

        Assert.Contains($" {status} ", await cloud.SendRawAsync(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "anything")]
    public async Task A_page_of_another_origin_reaches_neither_the_control_API_nor_AWSs(string header, string value)
    {
        await using var cloud = await ServedCloud.StartAsync();
        var before = cloud.Cloud.Context.Clock.GetUtcNow();

        foreach (var (method, path) in ((string, string)[])
            [
                ("GET", "/_local"),
                ("GET", "/_local/logs"),
                ("POST", "/_local/clock"),
                ("POST", "/_local/faults"),
                ("DELETE", "/_local/faults"),
                ("POST", "/_local/credentials"),
             ("POST", "/_local/deploy"), ("OPTIONS", "/_local/clock"), ("HEAD", "/_local"), ("POST", "/"), ("GET", "/v1/apps"), (
                 "PUT", "/v1/apps/any/endpoints"),
            ])
        {
            foreach (var contentType in
                (string[])["text/plain", "application/x-www-form-urlencoded", "application/json", "multipart/form-data"])
            {
                using var answer =
                    await cloud.SendAsync(
                        method, path, """{"advance":"P1D"}""", (header, value), ("Content-Type", contentType), ("Authorization", Signed));
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }

        Assert.Equal(before, cloud.Cloud.Context.Clock.GetUtcNow());
        Assert.Empty(cloud.Cloud.Calls.Latest);
        Assert.Empty(cloud.Cloud.Faults.States);
    }

    [Fact]
    public async Task The_clouds_own_page_and_what_is_no_browser_may_do_all()
    {
        await using var cloud = await ServedCloud.StartAsync();

        foreach (var headers in ((string, string)[][])
            [
                [],
                [("Origin", cloud.Url.ToString().TrimEnd('/'))],
                [("Sec-Fetch-Site", "same-origin"), ("Origin", cloud.Url.ToString().TrimEnd('/'))],
                [("Sec-Fetch-Site", "none")]
            ])
        {
            using var answer =
                await cloud.SendAsync(
                    "POST", "/_local/clock", """{"advance":"PT1H"}""", [("Content-Type", "application/json"), .. headers]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_the_stack_deploys_is_for_pages_of_all_origins()
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var without = await cloud.SendAsync("GET", "/_api/any/v1/events");
        using var with =
            await cloud.SendAsync("GET", "/_api/any/v1/events", null, ("Origin", "https://shop.example"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(await without.Content.ReadAsStringAsync(), await with.Content.ReadAsStringAsync());
        Assert.Equal(without.StatusCode, with.StatusCode);
        Assert.False(with.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task Nobody_can_frame_its_page()
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var page = await cloud.SendAsync("GET", "/_local");

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("DENY", Assert.Single(page.Headers.GetValues("X-Frame-Options")));
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Host", "evil.example")]
    public async Task No_browser_takes_an_invocation_from_a_function(string header, string value)
    {
        await using var api = await RuntimeApi.StartAsync(CancellationToken.None);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{api.Endpoint}/2018-06-01/runtime/invocation/next");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
