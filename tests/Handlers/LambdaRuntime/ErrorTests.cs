using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;

namespace Handlers.Tests.LambdaRuntime;

public sealed class ErrorTests : RuntimeTests
{
    [Fact]
    public async Task An_exception_is_posted_as_type_message_stack_and_cause()
    {
        var post = await InvokeAsync(
            LambdaBootstrapBuilder.Create(
                () => Fail(new InvalidOperationException("outer \"quoted\"\nline", new FormatException("inner")))),
            "{}");

        Assert.Equal("/2018-06-01/runtime/invocation/request-1/error", post.Path);
        Assert.Equal("application/vnd.aws.lambda.error+json", post.ContentType);
        Assert.Equal("InvalidOperationException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        var error = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal("InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("outer \"quoted\"\nline", error.GetProperty("errorMessage").GetString());
        Assert.Contains(nameof(Fail), error.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("FormatException", error.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Equal("inner", error.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task The_cause_for_tracing_stands_in_a_header()
    {
        var post = await InvokeAsync(LambdaBootstrapBuilder.Create(() => Fail(new InvalidOperationException("日本"))), "{}");
        var cause = JsonDocument.Parse(post.Headers["Lambda-Runtime-Function-XRay-Error-Cause"]!).RootElement;
        Assert.Equal("InvalidOperationException", cause.GetProperty("exceptions")[0].GetProperty("type").GetString());
        Assert.NotEqual(0, cause.GetProperty("exceptions")[0].GetProperty("stack").GetArrayLength());
    }

    [Fact]
    public async Task A_cause_that_makes_the_error_longer_than_256_KB_is_replaced()
    {
        var cause = new FormatException(new string('x', 300_000));
        var post = await InvokeAsync(LambdaBootstrapBuilder.Create(() => Fail(new InvalidOperationException("outer", cause))), "{}");
        var error = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal("outer", error.GetProperty("errorMessage").GetString());
        Assert.Equal(
            "Exception exceeded maximum payload size of 256KB.",
            error.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_function_that_failed_takes_the_next_invocation()
    {
        await InvokeAsync(LambdaBootstrapBuilder.Create(() => Fail(new InvalidOperationException("once"))), "{}");
        Api.HandOut("request-2", "{}");
        Assert.Equal("/2018-06-01/runtime/invocation/request-2/error", (await Api.NextPostAsync()).Path);
    }

    [Fact]
    public async Task A_payload_that_is_not_what_the_handler_takes_is_an_error_of_the_invocation()
    {
        var post = await InvokeAsync(LambdaBootstrapBuilder.Create((Greeting _) => { }, TestJson.Serializer), """{"Name":1}""");
        Assert.Equal("JsonSerializerException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public async Task A_failed_initialisation_is_reported_and_ends_the_process()
    {
        var function = LambdaBootstrapBuilder.Create(() => { })
            .UseBootstrapHandler(() => throw new InvalidOperationException("no settings"));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(function));
        var post = await Api.NextPostAsync();
        Assert.Equal("no settings", exception.Message);
        Assert.Equal("/2018-06-01/runtime/init/error", post.Path);
        Assert.Equal("no settings", JsonDocument.Parse(post.Body).RootElement.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_refused_answer_ends_the_process()
    {
        Api.PostStatus = System.Net.HttpStatusCode.InternalServerError;
        Api.HandOut("request-1", "{}");
        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => RunAsync(LambdaBootstrapBuilder.Create(() => { })));
        Assert.Equal(500, exception.StatusCode);
    }

    private static void Fail(Exception exception) => throw exception;
}
