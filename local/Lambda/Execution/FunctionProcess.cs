using System.ComponentModel;
using System.Diagnostics;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>The process that runs a function's code.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly OutputPump output;
    private readonly OutputPump error;

    private FunctionProcess(Process process, Action<string> writeLine)
    {
        this.process = process;
        // It has no use for this terminal's input.
        process.StandardInput.Close();
        output = new OutputPump(process.StandardOutput.BaseStream, writeLine);
        error = new OutputPump(process.StandardError.BaseStream, writeLine);
        Exited = process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited { get; }

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Most physical memory that it has used, in MiB; 0 where that is no longer known.</summary>
    public int PeakMemory
    {
        get
        {
            try
            {
                process.Refresh();
                return (int)(process.PeakWorkingSet64 / (1024 * 1024));
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Starts <c>dotnet &lt;handler&gt;.dll</c> in the function's directory.</summary>
    /// <param name="function">The function.</param>
    /// <param name="environment">All of the process's environment: nothing of this process's is added.</param>
    /// <param name="writeLine">Takes each line that it writes to standard output or standard error.</param>
    public static FunctionProcess Start(
        LambdaDefinition function, IReadOnlyDictionary<string, string> environment, Action<string> writeLine)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [Path.Combine(function.CodeDirectory, $"{function.Handler}.dll")])
        {
            WorkingDirectory = function.CodeDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{DotnetHost.Path} did not start.");
        return new FunctionProcess(process, writeLine);
    }

    /// <summary>Takes the lines that it has written so far.</summary>
    public void Drain()
    {
        output.Drain();
        error.Drain();
    }

    /// <summary>Ends it and whatever it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself meanwhile.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        output.Dispose();
        error.Dispose();
        process.Dispose();
    }
}
