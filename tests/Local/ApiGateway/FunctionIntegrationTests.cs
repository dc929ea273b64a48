using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.ApiGateway;

/// <summary>Integrations of type <c>aws_proxy</c>, held against what localstack has recorded from AWS.</summary>
public sealed class FunctionIntegrationTests
{
    private const string Arn = "arn:aws:lambda:eu-west-1:000000000000:function:publish";

    [Fact]
    public async Task A_function_is_handed_the_whole_request()
    {
        var api = await DeployAsync();

        await api.SendAsync(
            "POST", "/things/a%20b?q=1&q=2&r=x+y", "{\"größe\":1}"u8.ToArray(), ("X-Tag", "one"), ("X-Tag", "two"), (
                "User-Agent", "curl/8"), ("Content-Length", "14"));

        var handed = Handed(api);
        Assert.Equal("/things/{name}", Text(handed["resource"]));
        Assert.Equal("/things/a%20b", Text(handed["path"]));
        Assert.Equal("POST", Text(handed["httpMethod"]));
        Assert.Equal("two", Text(handed["headers"]!["X-Tag"]));
        Assert.Equal(["one", "two"], handed["multiValueHeaders"]!["X-Tag"]!.AsArray().Select(Text));
        Assert.Null(handed["headers"]!["Content-Length"]);
        Assert.Equal("2", Text(handed["queryStringParameters"]!["q"]));
        Assert.Equal(["1", "2"], handed["multiValueQueryStringParameters"]!["q"]!.AsArray().Select(Text));
        Assert.Equal("x y", Text(handed["queryStringParameters"]!["r"]));
        Assert.Equal("a b", Text(handed["pathParameters"]!["name"]));
        Assert.Equal("blue", Text(handed["stageVariables"]!["colour"]));
        Assert.Equal("{\"größe\":1}", Text(handed["body"]));
        Assert.False(handed["isBase64Encoded"]!.GetValue<bool>());
    }

    [Fact]
    public async Task It_learns_when_where_and_by_whom_it_was_asked()
    {
        var api = await DeployAsync();

        var response = await api.SendAsync("POST", "/things/x", ("User-Agent", "curl/8"));

        var context = Handed(api)["requestContext"]!;
        Assert.Equal(api.Clock.GetUtcNow().ToUnixTimeMilliseconds(), context["requestTimeEpoch"]!.GetValue<long>());
        Assert.Equal("01/May/2026:12:00:00 +0000", Text(context["requestTime"]));
        Assert.Equal(response.Header("x-amzn-RequestId"), Text(context["requestId"]));
        Assert.Equal(
            ("/things/{name}", "/v1/things/x", "v1", "000000000000", api.ApiId),
            (
                Text(context["resourcePath"]),
                Text(context["path"]),
                Text(context["stage"]),
                Text(context["accountId"]),
                Text(context["apiId"])));
        Assert.Equal(("203.0.113.7", "curl/8"), (Text(context["identity"]!["sourceIp"]), Text(context["identity"]!["userAgent"])));
        Assert.True(context["identity"]!.AsObject().ContainsKey("userArn"));
        Assert.Null(context["identity"]!["userArn"]);
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        var api = await DeployAsync();

        await api.SendAsync("POST", "/plain");

        var handed = Handed(api);
        Assert.All(
            ["body", "queryStringParameters", "multiValueQueryStringParameters", "pathParameters"],
            name => Assert.True(handed.ContainsKey(name) && handed[name] is null, name));
    }

    [Fact]
    public async Task The_gateway_asks_as_itself_for_the_method_so_that_the_function_s_policy_decides()
    {
        var api = await DeployAsync();

        await api.SendAsync("POST", "/things/x");

        var (service, request) = Assert.Single(api.Aws.Calls);
        Assert.Equal(("lambda", $"/2015-03-31/functions/{Arn}/invocations"), (service, request.Path));
        Assert.Equal((PrincipalKind.Service, "apigateway.amazonaws.com"), (request.Caller.Kind, request.Caller.Name));
        Assert.Equal($"arn:aws:execute-api:eu-west-1:000000000000:{api.ApiId}/v1/POST/things/{{name}}", request.Caller.SourceArn);
    }

    public static TheoryData<string, int, string> Answers => new()
    {
        { """{"statusCode":202,"body":"{}"}""", 202, "{}" },
        { """{"statusCode":"201"}""", 201, "" },
        { """{"headers":{"test-header":"value"}}""", 200, "" },
        { """{"statusCode":200,"headers":null}""", 200, "" },
        { """{"statusCode":200,"body":"dGVzdC1kYXRh","isBase64Encoded":true}""", 200, "dGVzdC1kYXRh" },
        { """{"statusCode":200,"wrongValue":"value"}""", 502, Internal },
        { """{"statusCode":200,"multiValueHeaders":{"a":"b"}}""", 502, Internal },
        { """{"statusCode":"test"}""", 502, Internal },
        { """{"statusCode":200,"body":{"a":1}}""", 502, Internal },
        { "\"justAString\"", 502, Internal },
        { "null", 502, Internal },
        { "", 502, Internal },
    };

    private const string Internal = """{"message":"Internal server error"}""";

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_the_function_answers_is_the_answer_unless_it_is_malformed(string answer, int status, string body)
    {
        var api = await DeployAsync();
        api.Aws.Answer = (_, _) => Task.FromResult(RecordingEndpoint.Json(200, answer));

        var response = await api.SendAsync("POST", "/plain");

        Assert.Equal((status, body), (response.StatusCode, ApiFixture.Text(response)));
        Assert.Equal("application/json", response.Header("Content-Type"));
    }

    [Fact]
    public async Task Headers_of_both_kinds_are_handed_out_and_several_values_joined()
    {
        var api = await DeployAsync();
        api.Aws.Answer = (_, _) => Task.FromResult(RecordingEndpoint.Json(
            200,
            """{"headers":{"test-multi":"value-solo","header-bool":true,"content-type":"text/plain"},"multiValueHeaders":{"tesT-Multi":["value-multi"]}}"""));

        var response = await api.SendAsync("POST", "/plain");

        Assert.Equal(
            ("value-multi, value-solo", "true", "text/plain"),
            (response.Header("test-multi"), response.Header("header-bool"), response.Header("Content-Type")));
        Assert.Contains("tesT-Multi", response.Headers.Keys);
    }

    [Fact]
    public async Task A_function_that_fails_is_a_502_and_nothing_of_its_error_is_told()
    {
        var api = await DeployAsync();
        api.Aws.Answer = (_, _) => Task.FromResult(RecordingEndpoint.Json(200, """{"errorMessage":"secret"}""") with
        {
            Headers = new Dictionary<string, string> { ["X-Amz-Function-Error"] = "Unhandled" },
        });

        await AssertErrorAsync(api, 502, "Internal server error");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_function_that_may_not_be_called_or_is_throttled_is_a_500(int status)
    {
        var api = await DeployAsync();
        api.Aws.AlwaysAnswer(status);

        await AssertErrorAsync(api, 500, "Internal server error");
        Assert.Contains(api.Logs.Lines, line => line.Line.Contains($"Lambda answered {status}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_a_504()
    {
        var api = await DeployAsync(timeout: 50);
        api.Aws.Answer = async (_, gaveUp) =>
        {
            await Task.Delay(Timeout.Infinite, gaveUp);
            throw new InvalidOperationException("Nobody gave up.");
        };

        await AssertErrorAsync(api, 504, "Endpoint request timed out");
    }

    [Theory]
    [InlineData("httpMethod", "GET", "must be POST")]
    [InlineData("uri", "arn:aws:apigateway:eu-west-1:sqs:path/0/q", "is not of the form")]
    [
        InlineData(
            "uri",
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/invocations",
            "another region")
    ]
    [InlineData("requestTemplates", "x", "is not emulated")]
    public async Task What_would_not_work_fails_the_deployment(string member, string value, string named)
    {
        var body = Body(29_000);
        Integration(body, "/plain")[member] = value;

        var error = await Assert.ThrowsAsync<ArgumentException>(() => new ApiFixture().DeployAsync(body.ToJsonString()));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static async Task AssertErrorAsync(ApiFixture api, int status, string message)
    {
        var response = await api.SendAsync("POST", "/plain");
        Assert.Equal((status, $"{{\"message\":\"{message}\"}}"), (response.StatusCode, ApiFixture.Text(response)));
        Assert.Equal("InternalServerErrorException", response.Header("x-amzn-ErrorType"));
    }

    private static async Task<ApiFixture> DeployAsync(int timeout = 29_000)
    {
        var api = await new ApiFixture().DeployAsync(Body(timeout).ToJsonString());
        api.Aws.Answer = (_, _) => Task.FromResult(RecordingEndpoint.Json(200, """{"statusCode":200}"""));
        return api;
    }

    private static JsonObject Body(int timeout) => new()
    {
        ["openapi"] = "3.0.1",
        ["info"] = new JsonObject { ["title"] = "t", ["version"] = "1" },
        ["paths"] = new JsonObject { ["/plain"] = Method(timeout), ["/things/{name}"] = Method(timeout) },
    };

    private static JsonObject Method(int timeout) => new()
    {
        ["post"] = new JsonObject
        {
            ["responses"] = new JsonObject { ["200"] = new JsonObject() },
            ["x-amazon-apigateway-integration"] = new JsonObject
            {
                ["type"] = "aws_proxy",
                ["httpMethod"] = "POST",
                ["uri"] = $"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{Arn}/invocations",
                ["timeoutInMillis"] = timeout,
            },
        },
    };

    private static JsonObject Integration(JsonObject body, string path) =>
        body["paths"]![path]!["post"]!["x-amazon-apigateway-integration"]!.AsObject();

    private static JsonObject Handed(ApiFixture api) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Assert.Single(api.Aws.Calls).Request.Body.Span))!.AsObject();

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
