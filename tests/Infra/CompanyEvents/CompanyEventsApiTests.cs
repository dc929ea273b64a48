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
        var methods = Definition(await RecordingEngine.RunAsync())
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .ToList();

        Assert.All(methods, method => Assert.Equal("""[{"sigv4":[]}]""", JsonSerializer.Serialize(method.Value.GetProperty("security"))));
    }

    [Fact]
    public async Task Only_this_method_of_this_api_may_call_the_publisher()
    {
        var permission = Assert.Single(
            (await RecordingEngine.RunAsync()).Of("aws:lambda/permission:Permission"),
            permission => permission.Text("principal") == "apigateway.amazonaws.com");

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

        var settings = Assert.Single(stack.Of("aws:apigateway/methodSettings:MethodSettings"), each => each.Name == $"{RestApi}-throttling")
            .Block("settings");
        Assert.Equal((3.0, 7.0), (settings["throttlingRateLimit"], settings["throttlingBurstLimit"]));
        Assert.Equal(("OFF", false), (settings["loggingLevel"], settings["dataTraceEnabled"]));
    }

    [Fact]
    public async Task The_access_log_names_the_role_that_called_and_nothing_else_of_the_caller()
    {
        var stage = Assert.Single(
            (await RecordingEngine.RunAsync()).Of("aws:apigateway/stage:Stage"),
            stage => stage.Name == $"{RestApi}-stage");
        var variables = JsonElement.Parse((string)stage.Block("accessLogSettings")["format"])
            .EnumerateObject()
            .Select(member => member.Value.GetString()!)
            .ToList();

        Assert.Equal(
            "$context.identity.userArn",
            Assert.Single(variables, variable => variable.StartsWith("$context.identity", StringComparison.Ordinal)));
        Assert.DoesNotContain("$context.path", variables);
    }

    [Theory]
    [InlineData("THROTTLED")]
    [InlineData("DEFAULT_5XX")]
    public async Task Overload_is_503_that_says_to_send_the_event_again_with_its_id(string response)
    {
        var answer = Definition(await RecordingEngine.RunAsync())
            .GetProperty("x-amazon-apigateway-gateway-responses")
            .GetProperty(response);

        Assert.Equal("503", answer.GetProperty("statusCode").GetString());
        Assert.Contains(
            "send it again with its id",
            answer.GetProperty("responseTemplates").GetProperty("application/json").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, 15.0)]
    [InlineData("40", null, 45.0)]
    [InlineData("40", "40", 40.0)]
    [InlineData("40", "0", null)]
    public async Task The_burst_that_is_admitted_is_no_more_than_the_function_takes(string? burst, string? reserved, double? expected)
    {
        (string, string)[] settings =
        [
            .. new[] { ("companyEvents:burstLimit", burst), ("companyEvents:reservedConcurrency", reserved) }
                .Where(each => each.Item2 is not null)
                .Select(each => (each.Item1, each.Item2!)),
        ];
        var function = Assert.Single(
            (await RecordingEngine.RunAsync(settings)).Of("aws:lambda/function:Function"),
            function => function.Name == "publish-company-event");

        Assert.Equal(expected, function.Inputs.GetValueOrDefault("reservedConcurrentExecutions") as double?);
    }

    [Fact]
    public async Task A_burst_that_the_function_cannot_take_is_an_error_of_the_settings()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => RecordingEngine.RunAsync(("companyEvents:burstLimit", "30"), ("companyEvents:reservedConcurrency", "20")));

        Assert.Contains(
            "companyEvents:burstLimit: 30 requests at once are more than the function takes; set at most 20, or a larger "
                + "companyEvents:reservedConcurrency.",
            error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_url_is_an_output() =>
        Assert.Equal(
            $"https://{RestApi}-stage.execute-api.eu-west-1.amazonaws.com/v1/company-events",
            (await RecordingEngine.RunAsync()).Outputs["companyEventsUrl"]);

    private static JsonElement Definition(RecordingEngine stack) =>
        JsonDocument.Parse(Assert.Single(stack.Of("aws:apigateway/restApi:RestApi"), api => api.Name == RestApi).Text("body")).RootElement;
}
