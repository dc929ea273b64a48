using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Pulumi;

namespace Local.Tests.Lambda;

public sealed class DeploymentTests : LambdaTests
{
    [Fact]
    public async Task A_function_has_the_outputs_that_the_program_builds_upon()
    {
        var state = await DeployAsync();
        const string Arn = "arn:aws:lambda:eu-west-1:000000000000:function:echo";
        Assert.Equal("echo", state.Id);
        Assert.Equal(Arn, state.Outputs["arn"]);
        Assert.Equal($"{Arn}:$LATEST", state.Outputs["qualifiedArn"]);
        Assert.Equal("$LATEST", state.Outputs["version"]);
        Assert.Equal($"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{Arn}/invocations", state.Outputs["invokeArn"]);
        Assert.Equal("2026-03-01T12:00:00.000+0000", state.Outputs["lastModified"]);
        Assert.Equal(Role, Functions.Find("echo")!.Role);
        Assert.Equal(TimeSpan.FromSeconds(20), Functions.Find("echo")!.Timeout);
    }

    [Fact]
    public async Task A_function_is_found_by_name_ARN_partial_and_qualified_ARN()
    {
        var arn = (string)(await DeployAsync()).Outputs["arn"];
        Assert.All(
            ["echo", arn, $"{arn}:$LATEST", "000000000000:function:echo", "echo:$LATEST"],
            name => Assert.Equal("echo", Functions.Find(name)?.Name));
        Assert.All(
            ["other", $"{arn}:1", "arn:aws:lambda:us-east-1:000000000000:function:echo", "111111111111:function:echo"],
            name => Assert.Null(Functions.Find(name)));
    }

    [Fact]
    public async Task Without_a_name_a_function_gets_its_logical_one_with_seven_digits()
    {
        var state = await CreateAsync(
            "aws:lambda/function:Function", "pixel", (
                "code", new FileArchive(Published)), ("handler", "EchoFunction"), ("runtime", "dotnet10"), ("role", Role));
        Assert.Matches("^pixel-[0-9a-f]{7}$", state.Id);
        Assert.Equal(state.Id, state.Outputs["name"]);
    }

    public static TheoryData<string, object, string> Mistakes { get; } = new()
    {
        { "vpcConfig", Map(), "vpcConfig is not done by this local cloud" },
        { "code", new FileArchive("/no/such/directory"), "which is not there" },
        { "code", "text", "code is String" },
        { "handler", "Missing", "holds no Missing.dll" },
        { "handler", "EchoFunction::Type::Method", "class library" },
        { "runtime", "python3.13", "runtime is python3.13" },
        { "runtime", "provided.al2023", "set handlers:packaging to managed or readyToRun" },
        { "timeout", 901.0, "timeout is 901; it goes from 1 to 900" },
        { "memorySize", 64.0, "memorySize is 64" },
        { "environment", Map(("variables", Map(("AWS_REGION", "x")))), "sets AWS_REGION, which Lambda sets itself" },
        { "environment", Map(("variables", Map(("LONG", new string('x', 4096))))), "Lambda takes 4096" },
        { "region", "us-east-1", "region is us-east-1" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_this_cloud_cannot_do_is_an_error_that_names_type_resource_and_key(string key, object value, string problem)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => DeployAsync((key, value)));
        Assert.StartsWith("aws:lambda/function:Function 'echo': ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await DeployAsync();
        Assert.Equal("ResourceConflictException", (await Assert.ThrowsAsync<AwsException>(() => DeployAsync())).Code);
    }

    [Fact]
    public async Task A_permission_becomes_a_statement_of_the_functions_policy()
    {
        await DeployAsync();
        await CreateAsync(
            "aws:lambda/permission:Permission",
            "pinpoint",
            ("action", "lambda:InvokeFunction"),
            ("function", "echo"),
            ("principal", "pinpoint.eu-west-1.amazonaws.com"),
            ("sourceArn", "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/*"),
            ("sourceAccount", "000000000000"),
            ("statementId", "AllowPinpoint"));
        var statement = JsonNode.Parse(Functions.Policy("echo")!.ToJson()!)!["Statement"]![0]!;
        Assert.Equal(
            """{"Sid":"AllowPinpoint","Effect":"Allow","Principal":{"Service":"pinpoint.eu-west-1.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:eu-west-1:000000000000:function:echo","Condition":{"StringEquals":{"AWS:SourceAccount":"000000000000"},"ArnLike":{"AWS:SourceArn":"arn:aws:mobiletargeting:eu-west-1:000000000000:apps/*"}}}""",
            statement.ToJsonString());
    }

    [Fact]
    public async Task An_invocation_calls_the_function_as_whoever_deploys()
    {
        await DeployAsync();
        var state =
            await CreateAsync("aws:lambda/invocation:Invocation", "once", ("functionName", "echo"), ("input", """{"text":"hello"}"""));
        Assert.Equal("hello", (string?)JsonNode.Parse((string)state.Outputs["result"])!["text"]);
        var call = Assert.Single(Door.Calls, call => !call.Action.StartsWith("logs:", StringComparison.Ordinal));
        Assert.Equal(PrincipalKind.Account, call.Caller.Kind);
        Assert.Equal("lambda:InvokeFunction", call.Action);
        Assert.Equal("arn:aws:lambda:eu-west-1:000000000000:function:echo", call.Resource);
    }

    [Fact]
    public async Task An_invocation_with_a_lifecycle_tells_the_function_what_happens_to_it()
    {
        await DeployAsync();
        var state =
            await CreateAsync(
                "aws:lambda/invocation:Invocation", "kept", ("functionName", "echo"), ("input", "{}"), ("lifecycleScope", "CRUD"));
        Assert.Equal("create", (string?)JsonNode.Parse((string)state.Outputs["result"])!["tf"]!["action"]);
    }

    [Fact]
    public async Task A_failing_invocation_fails_the_deployment()
    {
        await DeployAsync();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            CreateAsync(
                "aws:lambda/invocation:Invocation", "once", ("functionName", "echo"), ("input", """{"do":"fail","text":"bad segment"}""")));
        Assert.Contains("bad segment", exception.Message, StringComparison.Ordinal);
    }
}
