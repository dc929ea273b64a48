using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Handlers.Tests.LambdaRuntime;

public sealed class HandlerShapesTests : RuntimeTests
{
    private static readonly Greeting Answer = new("answer", null, null, null);

    public static TheoryData<string, string> Shapes { get; } = new()
    {
        { "typed, asynchronous", """{"Name":"hello you"}""" },
        { "typed, synchronous, with context", """{"Name":"hello you request-1"}""" },
        { "typed in, nothing out", "" },
        { "nothing in, typed out", """{"Name":"answer"}""" },
        { "streams", """{"Name":"you"}""" },
        { "written into a stream", "written" },
        { "an action", "" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Whatever_a_handler_takes_and_returns_its_answer_is_posted_as_JSON(string shape, string expected)
    {
        var post = await InvokeAsync(Function(shape), """{"Name":"you"}""");
        Assert.Equal("/2018-06-01/runtime/invocation/request-1/response", post.Path);
        Assert.StartsWith("application/json", post.ContentType, StringComparison.Ordinal);
        Assert.Equal(expected, post.Body);
    }

    [Fact]
    public async Task One_process_answers_one_invocation_after_another()
    {
        Start(Function("typed, asynchronous"));
        foreach (var name in new[] { "a considerably longer name", "b", "c" })
        {
            Api.HandOut(name, $$"""{"Name":"{{name}}"}""");
            var post = await Api.NextPostAsync();
            Assert.Equal($"/2018-06-01/runtime/invocation/{name}/response", Uri.UnescapeDataString(post.Path));
            Assert.Equal($$"""{"Name":"hello {{name}}"}""", post.Body);
        }
    }

    private static LambdaBootstrapBuilder Function(string shape) => shape switch
    {
        "typed, asynchronous" => LambdaBootstrapBuilder.Create<Greeting, Greeting>(
            async greeting =>
            {
                await Task.Yield();
                return greeting with { Name = $"hello {greeting.Name}" };
            },
            TestJson.Serializer),
        "typed, synchronous, with context" => LambdaBootstrapBuilder.Create<Greeting, Greeting>(
            (greeting, context) => greeting with { Name = $"hello {greeting.Name} {context.AwsRequestId}" },
            TestJson.Serializer),
        "typed in, nothing out" => LambdaBootstrapBuilder.Create<Greeting>(
            async (Greeting greeting, ILambdaContext context) => await Task.FromResult(Assert.IsType<string>(greeting.Name)),
            TestJson.Serializer),
        "nothing in, typed out" => LambdaBootstrapBuilder.Create(() => Task.FromResult(Answer), TestJson.Serializer),
        "streams" => LambdaBootstrapBuilder.Create((Stream input) => Task.FromResult(input)),
        "written into a stream" => LambdaBootstrapBuilder.Create((_, _, output) => output.Write(Encoding.UTF8.GetBytes("written"))),
        "an action" => LambdaBootstrapBuilder.Create(() => { }),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "Unknown shape."),
    };
}
