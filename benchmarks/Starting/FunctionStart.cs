using System.Diagnostics;

namespace Benchmarks.Starting;

/// <summary>What a start took.</summary>
/// <param name="Wall">From the process's start to its first answer.</param>
/// <param name="Cpu">The process's own CPU time until then.</param>
internal readonly record struct FunctionStart(TimeSpan Wall, TimeSpan Cpu)
{
    /// <summary>Starts <c>RecordPixelEvents</c>, hands it one event and waits for the answer.</summary>
    /// <param name="folder">The published function.</param>
    /// <param name="lambda">What it runs in.</param>
    public static async Task<FunctionStart> MeasureAsync(string folder, LambdaStub lambda)
    {
        var bootstrap = Path.Combine(folder, "bootstrap");
        var info = File.Exists(bootstrap)
            ? new ProcessStartInfo(bootstrap)
            : new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(folder, "RecordPixelEvents.dll")]);
        info.RedirectStandardOutput = true;
        foreach (var (name, value) in lambda.Environment)
        {
            info.Environment[name] = value;
        }

        var answered = lambda.HandOutAsync();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await Task.WhenAny(answered, process.WaitForExitAsync());
        var wall = Stopwatch.GetElapsedTime(start);
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The function has ended: {await output}");
        }

        process.Refresh();
        var cpu = process.TotalProcessorTime;
        process.Kill();
        await process.WaitForExitAsync();
        return await answered is "{\"batchItemFailures\":[]}"
            ? new(wall, cpu)
            : throw new InvalidOperationException($"The event was not recorded: {await answered} {await output}");
    }
}
