using System.ComponentModel;
using System.Diagnostics;

namespace CompatGenerator;

/// <summary>Runs a program that must be on the PATH and takes what it writes to standard output.</summary>
internal static class Tool
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromMinutes(5);

    public static async Task<string> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        string workingDirectory,
        CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeOut);
        using var process = Start(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? await output
                : throw new GeneratorException(
                    $"'{program} {string.Join(' ', start.ArgumentList)}' ended with {process.ExitCode}:"
                        + $"{Environment.NewLine}{await errors}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new GeneratorException($"'{program}' did not end within {TimeOut.TotalMinutes} minutes");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new GeneratorException(
                $"cannot start '{start.FileName}' ({exception.Message}); the generator needs Node.js 20 or newer, with npm, on the PATH",
                exception);
        }
    }
}
