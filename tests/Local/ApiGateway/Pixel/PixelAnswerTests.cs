using System.Text.Json;
using System.Xml.Linq;
using Engagement.Local.ApiGateway;

namespace Local.Tests.ApiGateway.Pixel;

public sealed class PixelAnswerTests
{
    private const string Stored = "/events?event=purchase&endpoint_id=user-42";

    [Theory]
    [InlineData("")]
    [InlineData("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8")]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task A_stored_event_is_answered_with_an_image_of_one_pixel(string accept)
    {
        var pixel = await PixelFixture.DeployAsync();

        var response = accept.Length == 0 ? await pixel.GetAsync(Stored) : await pixel.GetAsync(Stored, ("Accept", accept));

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Header("Content-Type"));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("cross-origin", response.Header("Cross-Origin-Resource-Policy"));
        var image = XElement.Parse(ApiFixture.Text(response));
        Assert.Equal("{http://www.w3.org/2000/svg}svg", image.Name);
        Assert.Equal(("1", "1"), (image.Attribute("width")?.Value, image.Attribute("height")?.Value));
        Assert.StartsWith("<svg", ApiFixture.Text(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events", "endpoint_id, event")]
    [InlineData("/events?event=purchase", "endpoint_id")]
    [InlineData("/events?endpoint_id=user-42", "event")]
    [InlineData("/events?event=purchase&endpoint_id=", "endpoint_id")]
    [InlineData("/events?event=purchase&endpoint_id", "endpoint_id")]
    [InlineData("/events?event=purchase&endpoint_id=undefined", "endpoint_id")]
    [InlineData("/events?event=null&endpoint_id=%5Bobject%20Object%5D", "endpoint_id, event")]
    [InlineData("/events?event=undefined&endpoint_id=user-42", "event")]
    public async Task A_missing_parameter_is_named_in_a_400_and_nothing_is_stored(string pathAndQuery, string missing)
    {
        var pixel = await PixelFixture.DeployAsync();
        pixel.Aws.Answer = (request, _) => Task.FromResult(
            RecordingEndpoint.Json(
                System.Text.Encoding.UTF8.GetString(request.Body.Span).Contains("MessageBody", StringComparison.Ordinal) ? 200 : 400,
                "{}"));

        var response = await pixel.GetAsync(pathAndQuery);

        Assert.Equal(400, response.StatusCode);
        Assert.Equal($"Missing required request parameters: [{missing}]", Message(response));
        AssertIsError(response);
        Assert.All(
            pixel.Aws.Calls, call => Assert.Equal("Action=SendMessage", System.Text.Encoding.UTF8.GetString(call.Request.Body.Span)));
    }

    [Theory]
    [InlineData("%7B%7BEndpoint%20id%7D%7D")]
    [InlineData("user-%241")]
    [InlineData("a%7Db")]
    public async Task An_endpoint_id_that_Pinpoint_does_not_take_is_a_400_and_is_not_repeated(string id)
    {
        var pixel = await PixelFixture.DeployAsync();
        pixel.Aws.AlwaysAnswer(400);

        var response = await pixel.GetAsync($"/events?event=purchase&endpoint_id={id}");

        Assert.Equal(400, response.StatusCode);
        Assert.Equal(
            "Invalid request parameters: [endpoint_id]: 1 to 128 characters, none of them a dollar sign or a brace", Message(response));
        AssertIsError(response);
        Assert.Equal("Action=SendMessage", pixel.SentBody());
    }

    [Fact]
    public async Task The_longest_endpoint_id_is_stored_and_a_longer_one_is_a_400()
    {
        var pixel = await PixelFixture.DeployAsync();
        Assert.Equal(200, (await pixel.GetAsync($"/events?event=purchase&endpoint_id={new string('x', 128)}")).StatusCode);
        pixel.Aws.AlwaysAnswer(400);
        Assert.Equal(400, (await pixel.GetAsync($"/events?event=purchase&endpoint_id={new string('x', 129)}")).StatusCode);
    }

    [Theory]
    [InlineData(400, 502)]
    [InlineData(403, 502)]
    [InlineData(429, 502)]
    [InlineData(500, 503)]
    [InlineData(503, 503)]
    [InlineData(301, 503)]
    [InlineData(100, 503)]
    public async Task Queue_refusal_is_never_answered_200(int queueStatus, int status)
    {
        var pixel = await PixelFixture.DeployAsync();
        pixel.Aws.AlwaysAnswer(queueStatus);

        var response = await pixel.GetAsync(Stored);

        Assert.Equal(status, response.StatusCode);
        Assert.StartsWith("The event could not be stored", Message(response), StringComparison.Ordinal);
        AssertIsError(response);
    }

    [Fact]
    public async Task A_queue_that_does_not_answer_is_a_504()
    {
        var pixel = await PixelFixture.DeployAsync();
        pixel.Aws.Answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return RecordingEndpoint.Json(200, "{}");
        };

        var answer = pixel.GetAsync(Stored);
        await pixel.Clock.AdvanceAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        var response = await answer;

        Assert.Equal(504, response.StatusCode);
        AssertIsError(response);
    }

    [Fact]
    public async Task More_requests_than_the_throttle_allows_are_429_until_it_refills()
    {
        var pixel = await PixelFixture.DeployAsync(rate: 2, burst: 3);

        var statuses = new List<int>();
        for (var request = 0; request < 5; request++)
        {
            statuses.Add((await pixel.GetAsync(Stored)).StatusCode);
        }

        var refused = await pixel.GetAsync(Stored);
        await pixel.Clock.AdvanceAsync(TimeSpan.FromSeconds(0.5), CancellationToken.None);
        var (refilled, again) = (await pixel.GetAsync(Stored), await pixel.GetAsync(Stored));

        Assert.Equal([200, 200, 200, 429, 429], statuses);
        Assert.Equal("Too Many Requests", Message(refused));
        AssertIsError(refused);
        Assert.Equal((200, 429), (refilled.StatusCode, again.StatusCode));
        Assert.Equal(4, pixel.Aws.Calls.Count);
    }

    [Theory]
    [InlineData("HEAD", "/events?event=a&endpoint_id=b")]
    [InlineData("OPTIONS", "/events?event=a&endpoint_id=b")]
    [InlineData("POST", "/events?event=a&endpoint_id=b")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/events/more")]
    [InlineData("GET", "/Events")]
    public async Task Anything_but_GET_of_the_path_stores_nothing(string method, string pathAndQuery)
    {
        var pixel = await PixelFixture.DeployAsync();

        var response = await pixel.SendAsync(method, pathAndQuery);

        Assert.Equal(403, response.StatusCode);
        Assert.Equal("Missing Authentication Token", Message(response));
        AssertIsError(response);
        Assert.Empty(pixel.Aws.Calls);
    }

    [Fact]
    public async Task Ten_kilobytes_of_request_line_and_headers_is_the_most()
    {
        var pixel = await PixelFixture.DeployAsync();
        var query = $"{Stored}&evat_x=";
        var room = 10_240 - "GET /v1 HTTP/1.1127.0.0.1:8080".Length - query.Length;

        var most = await pixel.GetAsync(query + new string('x', room));
        var more = await pixel.GetAsync(query + new string('x', room + 1));

        Assert.Equal((200, 413), (most.StatusCode, more.StatusCode));
    }

    [Theory]
    [InlineData(Stored, 200)]
    [InlineData("/events?event=secret-event&endpoint_id=", 502)]
    [InlineData("/events?event=secret-event", 400)]
    [InlineData("/nowhere?event=secret-event&endpoint_id=user-42", 403)]
    public async Task The_access_log_holds_one_line_a_request_and_nothing_that_the_caller_said(string pathAndQuery, int status)
    {
        var pixel = await PixelFixture.DeployAsync();
        pixel.Aws.AlwaysAnswer(status == 502 ? 500 : 200);

        var response =
            await pixel.GetAsync(
                pathAndQuery + "&evat_name=Smith", ("User-Agent", "agent-of-user-42"), ("Referer", "https://example.com/?user-42"));

        var (group, line) = Assert.Single(pixel.Logs.Lines);
        Assert.Equal(ApiFixture.LogGroup, group);
        using var log = JsonDocument.Parse(line);
        Assert.Equal(response.Header("x-amzn-RequestId"), log.RootElement.GetProperty("id").GetString());
        Assert.Equal("01/May/2026:12:00:00 +0000", log.RootElement.GetProperty("at").GetString());
        Assert.Equal(response.StatusCode, log.RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("Smith", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-event", line, StringComparison.Ordinal);
        Assert.DoesNotContain("user-42", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_request_has_an_id_of_its_own()
    {
        var pixel = await PixelFixture.DeployAsync();

        var ids = new HashSet<string?>();
        for (var request = 0; request < 10; request++)
        {
            ids.Add((await pixel.GetAsync(Stored)).Header("x-amzn-RequestId"));
        }

        Assert.Equal(10, ids.Count);
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
    }

    private static string? Message(StageResponse response)
    {
        using var body = JsonDocument.Parse(response.Body);
        return body.RootElement.GetProperty("message").GetString();
    }

    private static void AssertIsError(StageResponse response)
    {
        Assert.Equal("application/json", response.Header("Content-Type"));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
    }
}
