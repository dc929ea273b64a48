using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Handlers.Tests.LambdaRuntime;

public sealed class ContextTests : RuntimeTests
{
    private static readonly Dictionary<string, string> FunctionSettings = new()
    {
        ["AWS_LAMBDA_FUNCTION_NAME"] = "echo",
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/echo",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/11/21/[$LATEST]0",
        // Else the memory setting would bound the heap of the whole test run.
        ["AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"] = "true",
    };

    [Fact]
    public async Task The_context_tells_of_the_function_and_of_the_invocation()
    {
        foreach (var (name, value) in FunctionSettings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            ILambdaContext? seen = null;
            var timeLeft = TimeSpan.Zero;
            Start(LambdaBootstrapBuilder.Create((ILambdaContext context) =>
            {
                seen = context;
                timeLeft = context.RemainingTime;
            }));
            Api.HandOut("request-7", "{}", TimeSpan.FromSeconds(20));
            await Api.NextPostAsync();

            Assert.NotNull(seen);
            Assert.Equal("request-7", seen.AwsRequestId);
            Assert.Equal("arn:aws:lambda:eu-west-1:000000000000:function:echo", seen.InvokedFunctionArn);
            Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0", seen.TraceId);
            Assert.Equal("echo", seen.FunctionName);
            Assert.Equal("$LATEST", seen.FunctionVersion);
            Assert.Equal(256, seen.MemoryLimitInMB);
            Assert.Equal("/aws/lambda/echo", seen.LogGroupName);
            Assert.Equal("2026/11/21/[$LATEST]0", seen.LogStreamName);
            Assert.Null(seen.Identity.IdentityId);
            Assert.Null(seen.ClientContext.Client);
            Assert.InRange(timeLeft, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        }
        finally
        {
            foreach (var name in FunctionSettings.Keys)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
