using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.Lambda;

public sealed class ApiTests : LambdaTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:000000000000:failed";
    private const string Arn = "arn:aws:lambda:eu-west-1:000000000000:function:echo";

    [Fact]
    public async Task Invoke_needs_leave_for_the_function_and_answers_with_its_payload()
    {
        await DeployAsync();
        var operation = Functions.Resolve(Request("echo", """{"text":"hello"}"""));
        Assert.Equal("Invoke", operation.Name);
        Assert.Equal("lambda:InvokeFunction", operation.Action);
        Assert.Equal([Arn], operation.Resources);
        var response = await operation.ExecuteAsync(CancellationToken.None);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("$LATEST", response.Headers["X-Amz-Executed-Version"]);
        Assert.False(response.Headers.ContainsKey("X-Amz-Function-Error"));
        Assert.Equal("hello", (string?)JsonNode.Parse(response.Body.Span)!["text"]);
    }

    [Fact]
    public async Task A_functions_error_is_a_header_of_a_successful_call()
    {
        await DeployAsync();
        var response = await SendAsync(Request(Uri.EscapeDataString(Arn), """{"do":"fail","text":"no"}"""));
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("Unhandled", response.Headers["X-Amz-Function-Error"]);
    }

    [Fact]
    public async Task An_error_of_Lambda_has_its_type_in_a_header()
    {
        await DeployAsync(("reservedConcurrentExecutions", 0.0));
        var request = Request("echo", "{}");
        var error = await Assert.ThrowsAsync<AwsException>(() => SendAsync(request));
        var response = Functions.Error(request, error);
        Assert.Equal(429, response.StatusCode);
        Assert.Equal("TooManyRequestsException", response.Headers["x-amzn-ErrorType"]);
        Assert.Equal(
            """{"Type":"User","message":"Rate Exceeded.","Reason":"ReservedFunctionConcurrentInvocationLimitExceeded"}""",
            Encoding.UTF8.GetString(response.Body.Span));
    }

    [Theory]
    [InlineData("GET", "/2015-03-31/functions/echo/invocations", "UnknownOperationException")]
    [InlineData("POST", "/2015-03-31/functions", "UnknownOperationException")]
    [InlineData("POST", "/2015-03-31/functions/echo%2F..%2Fx/invocations", "ResourceNotFoundException")]
    public void What_names_no_invocation_is_refused(string method, string path, string code) =>
        Assert.Equal(
            code,
            Assert.Throws<AwsException>(() =>
                Functions.Resolve(new AwsRequest { Method = method, Path = path, Caller = Principal.Anonymous })).Code);

    [Fact]
    public async Task An_asynchronous_invocation_is_tried_again_after_one_minute_and_after_two_more()
    {
        await DeployAsync();
        Assert.Equal(202, (await SendAsync(Request("echo", """{"do":"fail"}""", "Event"))).StatusCode);
        await Clock.SettleAsync(CancellationToken.None);
        Assert.Equal(1, Attempts());
        await Clock.AdvanceAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        Assert.Equal(2, Attempts());
        await Clock.AdvanceAsync(TimeSpan.FromSeconds(119), CancellationToken.None);
        Assert.Equal(2, Attempts());
        await Clock.AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.Equal(3, Attempts());
        await Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);
        Assert.Equal(3, Attempts());
    }

    [Fact]
    public async Task An_asynchronous_invocation_that_succeeds_runs_once()
    {
        await DeployAsync();
        await SendAsync(Request("echo", """{"do":"write","text":"done"}""", "Event"));
        await Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);
        Assert.Single(Logs.Of(LogGroup), line => line == "done");
    }

    [Fact]
    public async Task What_fails_for_good_goes_to_the_functions_queue_with_its_payload_and_its_error()
    {
        await DeployAsync();
        await CreateAsync(
            "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
            "kept",
            ("functionName", "echo"),
            ("maximumRetryAttempts", 1.0),
            ("destinationConfig", Map(("onFailure", Map(("destination", Queue))))));
        await SendAsync(Request("echo", """{"do":"fail","text":"no"}""", "Event"));
        await Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.Equal(2, Attempts());
        var (service, request) = Assert.Single(Door.Sent);
        Assert.Equal(("sqs", Principal.Role(Role, "echo")), (service, request.Caller));
        var letter = JsonNode.Parse((string)JsonNode.Parse(request.Body.Span)!["MessageBody"]!)!;
        Assert.Equal("2026-03-01T12:01:00.", ((string)letter["timestamp"]!)[..20]);
        Assert.Equal(
            ("RetriesExhausted", 2),
            ((string)letter["requestContext"]!["condition"]!, (int)letter["requestContext"]!["approximateInvokeCount"]!));
        Assert.Equal("""{"do":"fail","text":"no"}""", letter["requestPayload"]!.ToJsonString());
        Assert.Equal(
            ("Unhandled", "no"),
            ((string)letter["responseContext"]!["functionError"]!, (string)letter["responsePayload"]!["errorMessage"]!));
    }

    [Fact]
    public async Task What_is_throttled_until_it_is_too_old_goes_to_the_queue_without_ever_having_run()
    {
        await DeployAsync(("reservedConcurrentExecutions", 0.0));
        await CreateAsync(
            "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
            "kept",
            ("functionName", "echo"),
            ("maximumEventAgeInSeconds", 60.0),
            ("destinationConfig", Map(("onFailure", Map(("destination", Queue))))));
        await SendAsync(Request("echo", "{}", "Event"));
        await Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);

        var letter = JsonNode.Parse((string)JsonNode.Parse(Assert.Single(Door.Sent).Request.Body.Span)!["MessageBody"]!)!;
        Assert.Equal("EventAgeExceeded", (string)letter["requestContext"]!["condition"]!);
        Assert.Null(letter["responsePayload"]);
    }

    [Theory]
    [InlineData("functionName", "other", "names other, which is not deployed")]
    [InlineData("maximumRetryAttempts", 3.0, "is 3; it goes from 0 to 2")]
    [InlineData("maximumEventAgeInSeconds", 30.0, "is 30; it goes from 60 to 21600")]
    [InlineData("qualifier", "prod", "qualifier is not done by this local cloud")]
    public async Task Settings_of_asynchronous_invocations_that_are_wrong_or_not_done_are_errors(string key, object value, string problem)
    {
        await DeployAsync();
        (string, object)[] inputs = key == "functionName" ? [(key, value)] : [("functionName", "echo"), (key, value)];
        var error =
            await Assert.ThrowsAsync<ArgumentException>(() =>
                CreateAsync("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "kept", inputs));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static AwsRequest Request(string function, string payload, string type = "RequestResponse") => new()
    {
        Method = "POST",
        Path = $"/2015-03-31/functions/{function}/invocations",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Invocation-Type"] = type },
        Body = Encoding.UTF8.GetBytes(payload),
        Caller = Principal.Anonymous,
    };

    private Task<AwsResponse> SendAsync(AwsRequest request) => Functions.Resolve(request).ExecuteAsync(CancellationToken.None);

    private int Attempts() => Logs.Of(LogGroup).Count(line => line.StartsWith("START ", StringComparison.Ordinal));
}
