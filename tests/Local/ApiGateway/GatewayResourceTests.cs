using System.Text.Json.Nodes;

namespace Local.Tests.ApiGateway;

public sealed class GatewayResourceTests
{
    [Fact]
    public async Task A_stage_knows_its_url_and_arns_and_keeps_them_over_restarts()
    {
        var (first, second) = (await DeployAsync(), await DeployAsync());

        Assert.Equal($"http://127.0.0.1:8080/_api/{first.ApiId}/v1", first.InvokeUrl);
        Assert.Matches("^[a-z0-9]{10}$", first.ApiId);
        Assert.Equal(first.InvokeUrl, second.InvokeUrl);
    }

    [Fact]
    public async Task The_account_s_role_for_logs_comes_before_the_stages_that_log()
    {
        var api = await DeployAsync();

        var error =
            await RefusedAsync(() =>
                api.CreateAsync("account:Account", "late", ("cloudwatchRoleArn", "arn:aws:iam::000000000000:role/logs")));

        Assert.Contains("comes after the stage 'pixel'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$context.requestId $context.query", "$context.query")]
    [InlineData("$context.status", "$context.requestId")]
    [InlineData("$context.requestId\n$context.status", "single line")]
    public async Task A_wrong_log_format_is_refused(string format, string named)
    {
        var api = await DeployAsync();
        var log = ApiFixture.Map(("destinationArn", "arn:aws:logs:eu-west-1:000000000000:log-group:g"), ("format", format));

        Assert.Contains(named, await RefusedAsync(() => StageAsync(api, "pixel", log)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restApi:RestApi", "binaryMediaTypes")]
    [InlineData("stage:Stage", "cacheClusterEnabled")]
    [InlineData("deployment:Deployment", "variables")]
    [InlineData("methodSettings:MethodSettings", "patch")]
    [InlineData("account:Account", "other")]
    public async Task An_input_that_is_not_emulated_is_named_with_its_resource(string type, string key)
    {
        var error = await RefusedAsync(() => new ApiFixture().CreateAsync(type, "mine", (key, "x")));

        Assert.Contains($"aws:apigateway/{type} 'mine': {key}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataTraceEnabled")]
    [InlineData("cachingEnabled")]
    public async Task Settings_that_would_change_behaviour_are_refused(string key)
    {
        var api = await DeployAsync();

        var error = await RefusedAsync(() => api.CreateAsync(
            "methodSettings:MethodSettings", "all", ("restApi", api.ApiId), ("stageName", "v1"), ("methodPath", "*/*"), (
                "settings", ApiFixture.Map((key, true)))));

        Assert.Contains(key, error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Bodies => new()
    {
        { "x-amazon-apigateway-binary-media-types", "body.x-amazon-apigateway-binary-media-types" },
        { "paths./items/{id}.get.security", "body.paths./items/{id}.get.security" },
        { "paths./items/{id}.get.x-amazon-apigateway-integration.cacheKeyParameters", "cacheKeyParameters" },
        { "paths./items/{id}.get.x-amazon-apigateway-integration.type", "'x' is not emulated" },
        { "paths./items/{id}.get.x-amazon-apigateway-integration.passthroughBehavior", "passthroughBehavior" },
        { "paths./items/{id}.get.x-amazon-apigateway-integration.timeoutInMillis", "timeoutInMillis" },
        { "paths./items/{id}.get.x-amazon-apigateway-integration.requestParameters", "requestParameters" },
        { "paths./items/{id}.get.x-amazon-apigateway-request-validator", "no request validator 'x'" },
        { "paths./items/{id}.parameters", "body.paths./items/{id}.parameters" },
        { "x-amazon-apigateway-gateway-responses.TEAPOT", "TEAPOT" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_member_of_the_body_that_is_not_emulated_is_named_with_its_place(string path, string named)
    {
        var body = OpenApiBodies.Mock("x");
        JsonNode node = body;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            node = node[name] ?? (node[name] = new JsonObject());
        }

        node[names[^1]] = "x";

        Assert.Contains(named, await RefusedAsync(() => new ApiFixture().DeployAsync(body.ToJsonString())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#if($x)", "has no #end (line 1, column 1)")]
    [InlineData("a\n $util.urlencode('x')", "$util has no member 'urlencode'")]
    [InlineData("$input.param('x')", "$input has no member 'param'")]
    [InlineData("#macro(x)#end", "#macro is not supported")]
    public async Task A_template_that_cannot_be_read_fails_the_deployment(string template, string named)
    {
        var error = await RefusedAsync(() => new ApiFixture().DeployAsync(OpenApiBodies.Mock(template).ToJsonString()));

        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Contains("responseTemplates.application/json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_integration_responses_cannot_have_the_same_status()
    {
        var body = OpenApiBodies.Mock("x");
        OpenApiBodies.Integration(body)["responses"]!["4\\d{2}"] = new JsonObject { ["statusCode"] = "404" };

        Assert.Contains(
            "one integration response per status",
            await RefusedAsync(() => new ApiFixture().DeployAsync(body.ToJsonString())),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_the_method_does_not_declare_cannot_be_mapped()
    {
        var body = OpenApiBodies.Mock("x");
        OpenApiBodies.Response(body)["responseParameters"] = new JsonObject { ["method.response.header.Other"] = "'x'" };

        Assert.Contains(
            "declares no such header",
            await RefusedAsync(() => new ApiFixture().DeployAsync(body.ToJsonString())),
            StringComparison.Ordinal);
    }

    private static Task<ApiFixture> DeployAsync() => new ApiFixture().DeployAsync(OpenApiBodies.Mock("x").ToJsonString());

    private static async Task StageAsync(ApiFixture api, string name, object log)
    {
        var id = (await api.CreateAsync("restApi:RestApi", name, ("body", OpenApiBodies.Mock("x").ToJsonString()))).Id;
        var deployment = await api.CreateAsync("deployment:Deployment", name, ("restApi", id));
        await api.CreateAsync(
            "stage:Stage", name, ("restApi", id), ("deployment", deployment.Id), ("stageName", "v2"), ("accessLogSettings", log));
    }

    private static async Task<string> RefusedAsync(Func<Task> create) => (await Assert.ThrowsAsync<ArgumentException>(create)).Message;
}
