using System.Diagnostics;
using Engagement.Local.Aws;
using Engagement.Local.Lambda;

namespace Local.Tests.Lambda;

public sealed class ConcurrencyTests : LambdaTests, IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("concurrency-");

    private protected override LambdaLimits Limits => new() { AccountConcurrency = 2, IdleEnvironments = 1, Patience = TimeSpan.Zero };

    private string Gate => Path.Combine(directory.FullName, "open");

    private string Wait => $$"""{"do":"wait","text":"{{Gate.Replace("\\", "\\\\", StringComparison.Ordinal)}}"}""";

    [Fact]
    public async Task Invocations_at_once_run_in_processes_of_their_own()
    {
        await DeployAsync();
        var first = AnswerAsync(Wait);
        var second = AnswerAsync(Wait);
        await Logs.WhenAsync("waiting", 2);
        await File.WriteAllTextAsync(Gate, "");
        Assert.NotEqual((int)(await first)["process"]!, (int)(await second)["process"]!);
    }

    [Fact]
    public async Task No_more_processes_are_kept_for_later_than_the_limit()
    {
        await DeployAsync();
        var answers = Task.WhenAll(AnswerAsync(Wait), AnswerAsync(Wait));
        await Logs.WhenAsync("waiting", 2);
        await File.WriteAllTextAsync(Gate, "");
        var used = (await answers).Select(answer => (int)answer["process"]!);
        var kept = Process.GetProcesses().Select(process => process.Id).Intersect(used);
        Assert.Equal((int)(await AnswerAsync("{}"))["process"]!, Assert.Single(kept));
    }

    [Fact]
    public async Task Beyond_the_accounts_concurrency_invocations_are_throttled()
    {
        await DeployAsync();
        await DeployAsync(("name", "other"));
        var busy = new[] { InvokeAsync(Wait), InvokeAsync(Wait) };
        await Logs.WhenAsync("waiting", 2);
        var exception = await Assert.ThrowsAsync<AwsException>(() => InvokeAsync("{}", "other"));
        Assert.Equal("TooManyRequestsException", exception.Code);
        Assert.Equal(429, (int)exception.Status);
        await File.WriteAllTextAsync(Gate, "");
        await Task.WhenAll(busy);
        Assert.Null((await InvokeAsync("{}", "other")).FunctionError);
    }

    [Fact]
    public async Task A_deployments_invocation_waits_while_all_places_are_taken()
    {
        await DeployAsync();
        var busy = new[] { InvokeAsync(Wait), InvokeAsync(Wait) };
        await Logs.WhenAsync("waiting", 2);
        var invocation = CreateAsync(
            "aws:lambda/invocation:Invocation", "kept", ("functionName", "echo"), ("input", "{}"), ("lifecycleScope", "CRUD"));
        await Task.WhenAny(invocation, Task.Delay(TimeSpan.FromMilliseconds(300)));
        Assert.False(invocation.IsCompleted);
        await File.WriteAllTextAsync(Gate, "");
        await Task.WhenAll(busy);
        Assert.Contains("create", (string)(await invocation).Outputs["result"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reserved_concurrency_is_a_functions_own_and_its_limit()
    {
        await DeployAsync(("reservedConcurrentExecutions", 1.0));
        await DeployAsync(("name", "other"));
        var busy = InvokeAsync(Wait);
        await Logs.WhenAsync("waiting");
        Assert.Equal("TooManyRequestsException", (await Assert.ThrowsAsync<AwsException>(() => InvokeAsync("{}"))).Code);
        Assert.Null((await InvokeAsync("{}", "other")).FunctionError);
        await File.WriteAllTextAsync(Gate, "");
        await busy;
    }

    [Fact]
    public async Task No_reserved_concurrency_at_all_stops_a_function()
    {
        await DeployAsync(("reservedConcurrentExecutions", 0.0));
        Assert.Equal("TooManyRequestsException", (await Assert.ThrowsAsync<AwsException>(() => InvokeAsync("{}"))).Code);
    }

    public void Dispose() => directory.Delete(recursive: true);
}
