using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.StepFunctions;
using Pulumi.Testing;

namespace Local.Tests.StepFunctions;

/// <summary>StartExecution as a function calls it, with its role's permissions, and faults.</summary>
public sealed class StartExecutionTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:announce";
    private const string MachineRole = "arn:aws:iam::000000000000:role/announce";
    private const string FunctionRole = "arn:aws:iam::000000000000:role/publish";

    private readonly LocalCloud cloud = new(
        new()
        {
            Region = "eu-west-1",
            BaseUrl = new Uri("http://127.0.0.1:8080"),
            Clock = new VirtualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
        });

    private readonly List<MockResourceArgs> program = [];

    private IReadOnlyList<string> Statuses => [.. cloud.Service<StepFunctionsService>().Executions.Select(execution => execution.Status)];

    public async Task InitializeAsync()
    {
        await CreateAsync("aws:iam/role:Role", ("name", "announce"), ("assumeRolePolicy", Trust("states")));
        await CreateAsync("aws:iam/role:Role", ("name", "publish"), ("assumeRolePolicy", Trust("lambda")));
        await CreateAsync("aws:iam/rolePolicy:RolePolicy", ("name", "start"), ("role", "publish"), ("policy", $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"states:StartExecution","Resource":"{{Machine}}"}]}
            """));
        foreach (var name in (string[])["announce", "other"])
        {
            await CreateAsync("aws:sfn/stateMachine:StateMachine", ("name", name), ("roleArn", MachineRole), ("definition", """
                {"StartAt":"S","States":{"S":{"Type":"Wait","Seconds":3600,"End":true}}}
                """));
        }
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task The_same_name_and_input_while_it_runs_is_the_same_execution()
    {
        var first = await StartAsync("e1", """{"x":1}""");
        await AdvanceAsync(TimeSpan.FromMinutes(5));
        var again = await StartAsync("e1", """{"x":1}""");

        Assert.Equal(200, first.Status);
        Assert.Equal((200, first.Body.ToJsonString()), (again.Status, again.Body.ToJsonString()));
        Assert.Equal(["RUNNING"], Statuses);
    }

    [Fact]
    public async Task The_same_name_with_another_input_exists_already()
    {
        await StartAsync("e1", """{"x":1}""");

        var other = await StartAsync("e1", """{ "x": 1 }""");

        Assert.Equal((400, "ExecutionAlreadyExists"), (other.Status, (string?)other.Body["__type"]));
        Assert.Single(Statuses);
    }

    [Fact]
    public async Task The_name_of_an_execution_that_has_ended_is_taken_for_ninety_days()
    {
        await StartAsync("e1");
        await AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["SUCCEEDED"], Statuses);

        Assert.Equal("ExecutionAlreadyExists", (string?)(await StartAsync("e1")).Body["__type"]);
        await AdvanceAsync(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Equal("ExecutionAlreadyExists", (string?)(await StartAsync("e1")).Body["__type"]);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await StartAsync("e1")).Status);
        Assert.Equal(["RUNNING"], Statuses);
    }

    [Fact]
    public async Task The_same_name_at_another_machine_is_another_execution()
    {
        await StartAsync("e1");

        var other =
            await StartAsync(
                "e1",
                caller: new(PrincipalKind.Account, "arn:aws:iam::000000000000:root"),
                machine: Machine.Replace("announce", "other", StringComparison.Ordinal));

        Assert.Equal(200, other.Status);
        Assert.Equal(2, Statuses.Count);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    [InlineData("A-z_.()!+=@")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_name_of_allowed_characters_is_taken(string name) => Assert.Equal(200, (await StartAsync(name)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a#b")]
    [InlineData("a{b}")]
    [InlineData("a\u0085")]
    [InlineData("012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task Another_name_is_refused(string name)
    {
        var answer = await StartAsync(name);

        Assert.Equal((400, "InvalidName"), (answer.Status, (string?)answer.Body["__type"]));
        Assert.Empty(Statuses);
    }

    [Fact]
    public async Task A_function_starts_only_the_machine_that_its_role_names()
    {
        var denied = await StartAsync("e1", machine: Machine.Replace("announce", "other", StringComparison.Ordinal));
        var allowed = await StartAsync("e1");

        Assert.Equal((400, "AccessDeniedException"), (denied.Status, (string?)denied.Body["__type"]));
        Assert.Contains("states:StartExecution", (string?)denied.Body["message"], StringComparison.Ordinal);
        Assert.Equal(200, allowed.Status);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_is_an_error_by_name() => Assert.Equal(
        "StateMachineDoesNotExist",
        (string?)(
            await StartAsync(
                "e1", caller: new(PrincipalKind.Account, "arn:aws:iam::000000000000:root"), machine: $"{Machine}s")).Body["__type"]);

    [Fact]
    public async Task An_error_that_a_fault_makes_starts_nothing_and_the_next_try_does()
    {
        Fault("""{"service":"states","operation":"StartExecution","error":"ThrottlingException","count":1}""");

        var struck = await StartAsync("e1");
        var again = await StartAsync("e1");

        Assert.Equal((400, "ThrottlingException", 200), (struck.Status, (string?)struck.Body["__type"], again.Status));
        Assert.Single(Statuses);
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_the_next_try_finds_the_execution()
    {
        Fault("""{"service":"states","operation":"StartExecution","lost":true,"count":1}""");

        await Assert.ThrowsAsync<DroppedConnectionException>(() => StartAsync("e1"));
        Assert.Equal(["RUNNING"], Statuses);

        Assert.Equal(200, (await StartAsync("e1")).Status);
        Assert.Single(Statuses);
    }

    [Fact]
    public async Task A_caller_whom_a_fault_leaves_without_an_answer_gives_up()
    {
        Fault("""{"service":"states","operation":"StartExecution","timeout":true,"count":1}""");
        using var patience = new CancellationTokenSource();
        var call = StartAsync("e1", cancellationToken: patience.Token);
        Assert.False(call.IsCompleted);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(Statuses);
        Assert.Equal("CallerGaveUp", cloud.Calls.Latest[^1].Error);
    }

    private static string Trust(string service) => $$$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"{{{service}}}.amazonaws.com"}}]}
        """;

    private void Fault(string fault) => cloud.Faults.Add(Encoding.UTF8.GetBytes(fault));

    private Task AdvanceAsync(TimeSpan time) => cloud.Context.Clock.AdvanceAsync(time, CancellationToken.None);

    private async Task<(int Status, JsonObject Body)> StartAsync(
        string name, string input = "{}", Principal? caller = null, string machine = Machine, CancellationToken cancellationToken = default)
    {
        var body = new JsonObject { ["stateMachineArn"] = machine, ["name"] = name, ["input"] = input };
        var request = StepFunctionsService.Protocol.Request(caller ?? Principal.Role(FunctionRole, "publish"), "StartExecution", body);
        var answer = await cloud.Endpoint.SendAsync("states", request, cancellationToken);
        return (answer.StatusCode, JsonNode.Parse(answer.Body.Span)!.AsObject());
    }

    /// <summary>Adds a resource to the program, and deploys it again.</summary>
    private async Task CreateAsync(string type, params (string Key, object Value)[] inputs)
    {
        program.Add(
            new()
            {
                Type = type,
                Name = $"made-{program.Count}",
                Inputs = inputs.ToImmutableDictionary(input => input.Key, input => input.Value)
            });
        cloud.Program = async (engine, _, _) =>
        {
            foreach (var resource in program)
            {
                await engine.NewResourceAsync(resource);
            }
        };
        await cloud.DeployAsync(
            new() { Stack = "dev", Values = ImmutableSortedDictionary<string, string>.Empty, SecretKeys = [] },
            _ => { },
            CancellationToken.None);
    }
}
