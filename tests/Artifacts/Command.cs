using System.Diagnostics;

namespace Artifacts.Tests;

/// <summary>A command line that has ended.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Command> TryAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var timeout = new CancellationTokenSource(Longest);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError
                .ReadToEndAsync(timeout.Token));
            await process.WaitForExitAsync(timeout.Token);
            return new(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' did not end within {Longest}.");
        }
    }

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<Command> RunAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var ended = await TryAsync(folder, program, arguments);
        Assert.True(
            ended.ExitCode == 0,
            $"'{program} {string.Join(' ', arguments)}' in {folder} ended with {ended.ExitCode}:\n{ended.Output}");
        return ended;
    }

    // A build that runs the tests, and a git hook, would tell their own children which build and which repository they mean.
    private static bool IsOfTheTestRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("GIT_", StringComparison.Ordinal);
}
