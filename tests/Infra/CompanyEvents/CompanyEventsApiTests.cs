using System.Text.Json;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.CompanyEvents;

/// <summary>What the program declares for <c>POST /company-events</c>.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class CompanyEventsApiTests
{
    private const string RestApi = "company-events-api";

    [Fact]
    public async Task Callers_must_sign_and_the_function_gets_the_request_as_it_is()
    {
        var method = Definition(await RecordingEngine.RunAsync()).GetProperty("paths").GetProperty("/company-events").GetProperty("post");

        Assert.Equal("AWS_IAM", method.GetProperty("x-amazon-apigateway-auth").GetProperty("type").GetString());
        var integration = method.GetProperty("x-amazon-apigateway-integration");
        Assert.Equal("aws_proxy", integration.GetProperty("type").GetString());
        Assert.Equal(
            "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:publish-company-event/invocations",
            integration.GetProperty("uri").GetString());
    }

    [Fact]
    public async Task No_method_of_it_is_open_to_everybody()
    {
        var methods = Definition(await RecordingEngine.RunAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();

        Assert.All(methods, method => Assert.Equal("""[{"sigv4":[]}]""", JsonSerializer.Serialize(method.Value.GetProperty("security"))));
    }

    [Fact]
    public async Task Only_this_method_of_this_api_may_call_the_publisher()
    {
        var permission = Assert.Single((await RecordingEngine.RunAsync()).Of("aws:lambda/permission:Permission"), permission => permission.Text("principal") == "apigateway.amazonaws.com");

        Assert.Equal("publish-company-event", permission.Text("function"));
        Assert.Equal($"arn:aws:execute-api:eu-west-1:123456789012:{RestApi}/v1/POST/company-events", permission.Text("sourceArn"));
    }

    [Fact]
    public async Task The_accounts_role_for_logs_is_declared_once()
    {
        Assert.Single((await RecordingEngine.RunAsync()).Of("aws:apigateway/account:Account"));
        Assert.Empty((await RecordingEngine.RunAsync(("pixel:manageGatewayAccount", "false"))).Of("aws:apigateway/account:Account"));
    }

    [Fact]
    public async Task It_is_throttled_as_set()
    {
        var stack = await RecordingEngine.RunAsync(("companyEvents:rateLimit", "3"), ("companyEvents:burstLimit", "7"));

        var settings = Assert.Single(stack.Of("aws:apigateway/methodSettings:MethodSettings"), each => each.Name == $"{RestApi}-throttling").Block("settings");
        Assert.Equal((3.0, 7.0), (settings["throttlingRateLimit"], settings["throttlingBurstLimit"]));
        Assert.Equal(("OFF", false), (settings["loggingLevel"], settings["dataTraceEnabled"]));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("sourceIp")]
    [InlineData("$context.path")]
    [InlineData("caller")]
    public async Task The_access_log_holds_nothing_about_the_caller(string personal)
    {
        var stage = Assert.Single((await RecordingEngine.RunAsync()).Of("aws:apigateway/stage:Stage"), stage => stage.Name == $"{RestApi}-stage");

        Assert.DoesNotContain(personal, (string)stage.Block("accessLogSettings")["format"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Its_url_is_an_output() =>
        Assert.Equal($"https://{RestApi}-stage.execute-api.eu-west-1.amazonaws.com/v1/company-events", (await RecordingEngine.RunAsync()).Outputs["companyEventsUrl"]);

    private static JsonElement Definition(RecordingEngine stack) =>
        JsonDocument.Parse(Assert.Single(stack.Of("aws:apigateway/restApi:RestApi"), api => api.Name == RestApi).Text("body")).RootElement;
}
