using System.Diagnostics;
using Engagement.Local.Aws;
using Engagement.Local.Lambda;

namespace Local.Tests.Lambda;

public sealed class InvocationTests : LambdaTests
{
    [Fact]
    public async Task A_function_answers_and_its_process_serves_the_next_invocation_too()
    {
        await DeployAsync();
        var first = await AnswerAsync("""{"text":"日本 \"quoted\""}""");
        var second = await AnswerAsync("""{"text":"b"}""");
        Assert.Equal("日本 \"quoted\"", (string?)first["text"]);
        Assert.Equal("b", (string?)second["text"]);
        Assert.Equal((int)first["process"]!, (int)second["process"]!);
        Assert.NotEqual((string?)first["requestId"], (string?)second["requestId"]);
    }

    [Fact]
    public async Task An_exception_is_an_unhandled_error_and_the_process_lives_on()
    {
        await DeployAsync();
        var before = await AnswerAsync("{}");
        var result = await InvokeAsync("""{"do":"fail","text":"no luck"}""");
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("InvalidOperationException", (string?)Json(result)["errorType"]);
        Assert.Equal("no luck", (string?)Json(result)["errorMessage"]);
        Assert.Equal((int)before["process"]!, (int)(await AnswerAsync("{}"))["process"]!);
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_its_timeout_is_ended()
    {
        await DeployAsync(("timeout", 1.0));
        var begun = Stopwatch.GetTimestamp();
        var result = await InvokeAsync("""{"do":"hang"}""");
        Assert.True(Stopwatch.GetElapsedTime(begun) >= TimeSpan.FromSeconds(1));
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("Sandbox.Timedout", (string?)Json(result)["errorType"]);
        Assert.Matches("^RequestId: [0-9a-f-]{36} Error: Task timed out after 1.00 seconds$", (string?)Json(result)["errorMessage"]);
        Assert.Single(Logs.Of(LogGroup), line => line.EndsWith(" Task timed out after 1.00 seconds", StringComparison.Ordinal));
        Assert.Equal("again", (string?)(await AnswerAsync("""{"text":"again"}"""))["text"]);
    }

    [Theory]
    [InlineData(0, "Runtime exited without providing a reason")]
    [InlineData(3, "Runtime exited with error: exit status 3")]
    public async Task A_process_that_ends_is_an_error_and_a_new_one_takes_its_place(int code, string message)
    {
        await DeployAsync();
        var before = await AnswerAsync("{}");
        var result = await InvokeAsync($$"""{"do":"exit","number":{{code}}}""");
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("Runtime.ExitError", (string?)Json(result)["errorType"]);
        Assert.EndsWith(message, (string?)Json(result)["errorMessage"], StringComparison.Ordinal);
        Assert.NotEqual((int)before["process"]!, (int)(await AnswerAsync("{}"))["process"]!);
    }

    [Fact]
    public async Task A_process_that_fails_to_start_up_tells_why()
    {
        await DeployAsync(("environment", Map(("variables", Map(("START", "throw"))))));
        var result = await InvokeAsync("{}");
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("no settings", (string?)Json(result)["errorMessage"]);
    }

    [Fact]
    public async Task A_process_that_ends_before_its_first_invocation_is_an_error_with_its_last_words_in_the_log()
    {
        await DeployAsync(("environment", Map(("variables", Map(("START", "exit"))))));
        var result = await InvokeAsync("{}");
        Assert.EndsWith("Runtime exited with error: exit status 3", (string?)Json(result)["errorMessage"], StringComparison.Ordinal);
        Assert.Contains("leaving before the first invocation", Logs.Of(LogGroup));
    }

    [Fact]
    public async Task An_answer_over_6_MB_is_an_error()
    {
        await DeployAsync();
        var result = await InvokeAsync("""{"do":"long","number":6291500}""");
        Assert.Equal("Function.ResponseSizeTooLarge", (string?)Json(result)["errorType"]);
        Assert.Equal("after", (string?)(await AnswerAsync("""{"text":"after"}"""))["text"]);
    }

    [Fact]
    public async Task A_payload_over_6_MB_is_refused()
    {
        await DeployAsync();
        var exception = await Assert.ThrowsAsync<AwsException>(() => InvokeAsync($"\"{new string('x', LambdaLimits.RequestBytes)}\""));
        Assert.Equal("RequestTooLargeException", exception.Code);
    }

    [Fact]
    public async Task A_payload_that_is_no_JSON_is_refused()
    {
        await DeployAsync();
        Assert.Equal("InvalidRequestContentException", (await Assert.ThrowsAsync<AwsException>(() => InvokeAsync("{"))).Code);
    }

    [Fact]
    public async Task A_function_that_is_not_deployed_is_not_found() =>
        Assert.Equal("ResourceNotFoundException", (await Assert.ThrowsAsync<AwsException>(() => InvokeAsync("{}", "other"))).Code);

    [Fact]
    public async Task The_deadline_is_the_timeout_from_now()
    {
        await DeployAsync();
        Assert.InRange((long)(await AnswerAsync("""{"do":"time"}"""))["number"]!, 15_000, 20_000);
    }

    [Fact]
    public async Task The_clock_waits_for_an_invocation()
    {
        await DeployAsync();
        var gate = Path.GetTempFileName();
        File.Delete(gate);
        var invocation = InvokeAsync($$"""{"do":"wait","text":"{{gate.Replace("\\", "\\\\", StringComparison.Ordinal)}}"}""");
        await Logs.WhenAsync("waiting");
        var now = Clock.GetUtcNow();
        var advance = Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);
        Assert.False(advance.IsCompleted);
        Assert.Equal(now, Clock.GetUtcNow());
        await File.WriteAllTextAsync(gate, "");
        await invocation;
        await advance;
        Assert.Equal(now.AddHours(1), Clock.GetUtcNow());
        File.Delete(gate);
    }

    [Fact]
    public async Task Stopping_ends_every_process()
    {
        await DeployAsync();
        var idle = (int)(await AnswerAsync("{}"))["process"]!;
        var busy = InvokeAsync("""{"do":"hang"}""");
        await Logs.WhenAsync("waiting");
        await Functions.DisposeAsync();
        Assert.Equal("Unhandled", (await busy).FunctionError);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(idle));
    }
}
