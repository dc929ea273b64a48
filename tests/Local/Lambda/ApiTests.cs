using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.Lambda;

public sealed class ApiTests : LambdaTests
{
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
        Assert.Equal(code, Assert.Throws<AwsException>(() => Functions.Resolve(new AwsRequest { Method = method, Path = path, Caller = Principal.Anonymous })).Code);

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
