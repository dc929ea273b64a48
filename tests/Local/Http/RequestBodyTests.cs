using System.Net;
using System.Text.Json.Nodes;

namespace Local.Tests.Http;

/// <summary>What the control API says of a body that it cannot take.</summary>
public sealed class RequestBodyTests
{
    [Theory]
    [InlineData("/_local/clock", "text/plain")]
    [InlineData("/_local/clock", "application/x-www-form-urlencoded")]
    [InlineData("/_local/credentials", "text/plain")]
    [InlineData("/_local/credentials", null)]
    [InlineData("/_local/faults", "multipart/form-data; boundary=x")]
    [InlineData("/_local/faults", "application/xml")]
    public async Task A_wrong_content_type_comes_with_the_right_one(string path, string? contentType)
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var answer =
            await cloud.SendAsync("POST", path, """{"advance":"P1D"}""", contentType is null ? [] : [("Content-Type", contentType)]);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("application/json", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_local/clock", "")]
    [InlineData("/_local/clock", "null")]
    [InlineData("/_local/clock", "[]")]
    [InlineData("/_local/clock", "{")]
    [InlineData("/_local/clock", """{"advance":5}""")]
    [InlineData("/_local/clock", """{"advance":"\ud800"}""")]
    [InlineData("/_local/clock", """{"advance":"soon"}""")]
    [InlineData("/_local/clock", "{}")]
    [InlineData("/_local/credentials", "{}")]
    [InlineData("/_local/credentials", """{"role":"\ud800"}""")]
    public async Task A_body_that_does_not_belong_there_comes_with_what_is_wrong(string path, string body)
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var answer = await cloud.SendAsync("POST", path, body, ("Content-Type", "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["message"] ?? "");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    public async Task A_fault_is_taken_as_curl_sends_it(string? contentType)
    {
        await using var cloud = await ServedCloud.StartAsync();
        using var answer = await cloud.SendAsync(
            "POST", "/_local/faults", """{"service":"pinpoint","drop":true}""", contentType is null ? [] : [("Content-Type", contentType)]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
