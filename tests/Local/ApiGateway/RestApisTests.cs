using System.Text.Json.Nodes;

namespace Local.Tests.ApiGateway;

public sealed class RestApisTests
{
    [Fact]
    public async Task A_mock_answers_what_its_templates_render()
    {
        var api =
            await DeployAsync(
                OpenApiBodies.Mock(
                    "$input.params('id') $context.httpMethod $context.resourcePath $stageVariables.colour $input.params().querystring.q"));

        var response = await api.GetAsync("/items/a%20b?q=1+2");

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("a b GET /items/{id} blue 1 2", ApiFixture.Text(response));
        Assert.Equal("application/json", response.Header("Content-Type"));
        Assert.Null(response.Header("X-Amzn-Trace-Id"));
    }

    [Fact]
    public async Task The_request_s_template_may_hand_values_on_to_the_response_s()
    {
        // As recorded from AWS in localstack's test_integration_mock_with_request_overrides_in_response_template and its neighbours.
        var api = await DeployAsync(OpenApiBodies.Mock(
            "$context.requestOverride.path.body $context.responseOverride.custom $context.requestOverride.querystring.foo",
            """
            #set($context.requestOverride.path.body = "handed on")
            #set($context.responseOverride.status = 444)
            #set($context.responseOverride.header.foo = "bar")
            #set($context.responseOverride.custom = "too")
            #set($context.requestOverride.querystring.foo = "nested")
            {statusCode: 200}
            """));

        var response = await api.GetAsync("/items/1");

        Assert.Equal((444, "bar", "handed on too nested"), (response.StatusCode, response.Header("foo"), ApiFixture.Text(response)));
    }

    [Theory]
    [InlineData("\"400\"")]
    [InlineData("99")]
    [InlineData("600")]
    public async Task A_status_override_that_is_no_status_is_ignored(string status)
    {
        var api = await DeployAsync(OpenApiBodies.Mock($"#set($context.responseOverride.status = {status})"));

        Assert.Equal(200, (await api.GetAsync("/items/1")).StatusCode);
    }

    [Theory]
    [InlineData("$context.stage.matches('(')", "matches")]
    [InlineData("$list.nothing() #set($list = [])$list.nothing()", "nothing")]
    public async Task A_template_that_fails_is_a_500_and_the_execution_log_says_why(string template, string named)
    {
        var api = await DeployAsync(OpenApiBodies.Mock(template));

        var response = await api.GetAsync("/items/1");

        Assert.Equal(500, response.StatusCode);
        Assert.Equal("""{"message":"Internal server error"}""", ApiFixture.Text(response));
        Assert.Equal("InternalServerErrorException", response.Header("x-amzn-ErrorType"));
        var line = Assert.Single(api.Logs.Lines, line => line.LogGroup == $"API-Gateway-Execution-Logs_{api.ApiId}/v1").Line;
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_without_status_is_a_500()
    {
        var api = await DeployAsync(OpenApiBodies.Mock("x", "nothing"));

        Assert.Equal(500, (await api.GetAsync("/items/1")).StatusCode);
    }

    [Theory]
    [InlineData(201, 200)]
    [InlineData(304, 404)]
    public async Task The_first_pattern_that_fits_the_whole_status_counts(int mock, int status)
    {
        var api = await DeployAsync(OpenApiBodies.Mock("x", $$"""{"statusCode": {{mock}}}"""));

        Assert.Equal(status, (await api.GetAsync("/items/1")).StatusCode);
    }

    [Fact]
    public async Task No_pattern_and_no_default_is_a_500()
    {
        var body = OpenApiBodies.Mock("x", """{"statusCode": 404}""");
        OpenApiBodies.Integration(body)["responses"]!.AsObject().Remove("default");

        Assert.Equal(500, (await (await DeployAsync(body)).GetAsync("/items/1")).StatusCode);
    }

    [Fact]
    public async Task Binary_conversion_and_a_template_do_not_go_together()
    {
        var body = OpenApiBodies.Mock("R0lGODlhAQABAAAAACw=");
        OpenApiBodies.Response(body)["contentHandling"] = "CONVERT_TO_BINARY";

        Assert.Equal(500, (await (await DeployAsync(body)).GetAsync("/items/1")).StatusCode);
    }

    [Fact]
    public async Task Headers_come_from_mappings_and_some_are_renamed()
    {
        var body = OpenApiBodies.Mock("x");
        OpenApiBodies.Response(body)["responseParameters"] = new JsonObject
        {
            ["method.response.header.X-Id"] = "context.requestId",
            ["method.response.header.Date"] = "'today'",
        };

        var response = await (await DeployAsync(body)).GetAsync("/items/1");

        Assert.Equal(response.Header("x-amzn-RequestId"), response.Header("X-Id"));
        Assert.Equal("today", response.Header("x-amzn-Remapped-Date"));
    }

    [Fact]
    public async Task An_unknown_stage_is_forbidden()
    {
        var api = await DeployAsync(OpenApiBodies.Mock("x"));

        var response =
            await api.Apis.HandleAsync(
                new() { ApiId = api.ApiId, Stage = "v2", Method = "GET", Path = "/items/1" }, CancellationToken.None);

        Assert.Equal((403, """{"message":"Forbidden"}"""), (response.StatusCode, ApiFixture.Text(response)));
    }

    [Fact]
    public async Task An_error_without_response_of_its_own_is_answered_as_built_in()
    {
        var response = await (await DeployAsync(OpenApiBodies.Mock("x"))).GetAsync("/nothing");

        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), (response.StatusCode, ApiFixture.Text(response)));
        Assert.Equal("MissingAuthenticationTokenException", response.Header("x-amzn-ErrorType"));
    }

    [Fact]
    public async Task An_error_s_own_response_goes_before_the_default_one()
    {
        var body = OpenApiBodies.Mock("x");
        body["x-amazon-apigateway-gateway-responses"] = new JsonObject
        {
            ["DEFAULT_4XX"] = new JsonObject { ["statusCode"] = 400 },
            ["MISSING_AUTHENTICATION_TOKEN"] = new JsonObject
            {
                ["statusCode"] = "404",
                ["responseTemplates"] = new JsonObject { ["text/plain"] = "$context.error.responseType $context.error.message" },
            },
        };

        var response = await (await DeployAsync(body)).GetAsync("/nothing");

        Assert.Equal((404, "text/plain"), (response.StatusCode, response.Header("Content-Type")));
        Assert.Equal("MISSING_AUTHENTICATION_TOKEN Missing Authentication Token", ApiFixture.Text(response));
    }

    [Fact]
    public async Task A_literal_path_beats_a_parameter_and_a_parameter_beats_a_proxy()
    {
        var body = OpenApiBodies.Mock("parameter");
        var paths = body["paths"]!.AsObject();
        foreach (var (path, method) in new[] { ("/items/known", "x-amazon-apigateway-any-method"), ("/{proxy+}", "get") })
        {
            var copy = OpenApiBodies.Operation(OpenApiBodies.Mock(path));
            paths[path] = new JsonObject { [method] = copy.DeepClone() };
        }

        var api = await DeployAsync(body);

        Assert.Equal("/items/known", ApiFixture.Text(await api.GetAsync("/items/known/")));
        Assert.Equal("/items/known", ApiFixture.Text(await api.SendAsync("PUT", "/items/known")));
        Assert.Equal("parameter", ApiFixture.Text(await api.GetAsync("/items/other")));
        Assert.Equal("/{proxy+}", ApiFixture.Text(await api.GetAsync("/items/other/more")));
    }

    [Fact]
    public async Task Each_deployment_keeps_the_body_that_it_was_made_of()
    {
        var api = await DeployAsync(OpenApiBodies.Mock("first"));

        await api.CreateAsync("restApi:RestApi", "pixel", ("body", OpenApiBodies.Mock("second").ToJsonString()));
        var before = ApiFixture.Text(await api.GetAsync("/items/1"));
        var deployment = await api.CreateAsync("deployment:Deployment", "again", ("restApi", api.ApiId));
        await api.CreateAsync("stage:Stage", "pixel", ("restApi", api.ApiId), ("deployment", deployment.Id), ("stageName", "v1"));

        Assert.Equal(("first", "second"), (before, ApiFixture.Text(await api.GetAsync("/items/1"))));
    }

    private static Task<ApiFixture> DeployAsync(JsonObject body) => new ApiFixture().DeployAsync(body.ToJsonString());
}
