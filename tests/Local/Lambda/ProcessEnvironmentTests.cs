using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.Lambda;

public sealed class ProcessEnvironmentTests : LambdaTests
{
    [Fact]
    public async Task A_process_has_the_environment_that_Lambda_gives_and_the_functions_own()
    {
        await DeployAsync(("environment", Map(("variables", Map(("STACK", "dev"), ("EMPTY", ""))))));
        var variables = await VariablesAsync();
        Assert.Equal("dev", variables["STACK"]);
        Assert.Equal("EchoFunction", variables["_HANDLER"]);
        Assert.Equal("eu-west-1", variables["AWS_REGION"]);
        Assert.Equal("eu-west-1", variables["AWS_DEFAULT_REGION"]);
        Assert.Equal("echo", variables["AWS_LAMBDA_FUNCTION_NAME"]);
        Assert.Equal("256", variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]);
        Assert.Equal("$LATEST", variables["AWS_LAMBDA_FUNCTION_VERSION"]);
        Assert.Equal("on-demand", variables["AWS_LAMBDA_INITIALIZATION_TYPE"]);
        Assert.Equal(LogGroup, variables["AWS_LAMBDA_LOG_GROUP_NAME"]);
        Assert.StartsWith("2026/03/01/[$LATEST]", variables["AWS_LAMBDA_LOG_STREAM_NAME"], StringComparison.Ordinal);
        Assert.Equal("AWS_Lambda_dotnet10", variables["AWS_EXECUTION_ENV"]);
        Assert.Equal(Published, variables["LAMBDA_TASK_ROOT"]);
        Assert.Equal("http://127.0.0.1:8080", variables["AWS_ENDPOINT_URL"]);
        Assert.Equal(":UTC", variables["TZ"]);
    }

    [Fact]
    public async Task Nothing_of_this_process_leaks_into_it()
    {
        Environment.SetEnvironmentVariable("LEAK", "parent");
        await DeployAsync();
        string[] known =
        [
            "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_FORMAT", "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "DOTNET_GCHeapHardLimit",
            "DOTNET_TieredPGO", "DOTNET_TC_CallCountThreshold", "DOTNET_STARTUP_HOOKS", "LAMBDA_TASK_ROOT", "LANG",
            "LOCAL_CLOUD_CLOCK", "TZ",
            "_HANDLER", "_X_AMZN_TRACE_ID", "HOME", "PATH", "TMPDIR", "SystemRoot", "TEMP", "TMP", "USERPROFILE",
        ];
        Assert.Empty((await VariablesAsync()).Keys.Except(known));
    }

    [Fact]
    public async Task Its_credentials_name_the_functions_role()
    {
        await DeployAsync();
        var variables = await VariablesAsync();
        Assert.Equal(Principal.Role(Role, "echo"), Credentials.Holder(variables["AWS_ACCESS_KEY_ID"]));
        Assert.NotEmpty(variables["AWS_SECRET_ACCESS_KEY"]);
        Assert.NotEmpty(variables["AWS_SESSION_TOKEN"]);
    }

    [Fact]
    public async Task The_memory_setting_limits_the_heap()
    {
        await DeployAsync(("memorySize", 200.0));
        Assert.Equal(200L * 1024 * 1024, (long)(await AnswerAsync("""{"do":"memory"}"""))["number"]!);
    }

    private async Task<Dictionary<string, string>> VariablesAsync() =>
        (
            (JsonObject)(await AnswerAsync("""{"do":"environment"}"""))["variables"]!).ToDictionary(pair =>
                pair.Key, pair => (string)pair.Value!);
}
