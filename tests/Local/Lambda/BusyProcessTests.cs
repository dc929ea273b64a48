using System.Diagnostics;
using Engagement.Local.Lambda;

namespace Local.Tests.Lambda;

public sealed class BusyProcessTests : LambdaTests, IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("busy-");

    private protected override LambdaLimits Limits => new() { Patience = TimeSpan.FromMinutes(5) };

    private string Gate => Path.Combine(directory.FullName, "open");

    private string Wait => $$"""{"do":"wait","text":"{{Gate.Replace("\\", "\\\\", StringComparison.Ordinal)}}"}""";

    [Fact]
    public async Task An_invocation_waits_for_a_busy_process_in_place_of_starting_another()
    {
        await DeployAsync();
        var busy = AnswerAsync(Wait);
        await Logs.WhenAsync("waiting");
        Task<int>[] waiting = [.. Enumerable.Range(0, 5).Select(async _ => (int)(await AnswerAsync("{}"))["process"]!)];
        await File.WriteAllTextAsync(Gate, "");
        var process = (int)(await busy)["process"]!;
        Assert.All(await Task.WhenAll(waiting), used => Assert.Equal(process, used));
    }

    [Fact]
    public async Task When_the_busy_process_dies_the_invocation_starts_another_at_once()
    {
        await DeployAsync();
        var id = (int)(await AnswerAsync("{}"))["process"]!;
        var busy = InvokeAsync(Wait);
        await Logs.WhenAsync("waiting");
        var waiting = InvokeAsync("{}");
        using var process = Process.GetProcessById(id);
        process.Kill();
        Assert.Equal("Unhandled", (await busy).FunctionError);
        Assert.Null((await waiting).FunctionError);
    }

    public void Dispose() => directory.Delete(recursive: true);
}
