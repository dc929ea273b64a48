using Engagement.Local.Clock;
using Engagement.Local.FunctionClock;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// Gives functions the cloud's time. A startup hook puts it in the place of <see cref="TimeProvider.System"/> in their processes, and reads
/// it from a file that the clock keeps up to date. Functions know nothing of it, and are the very artifacts that would be uploaded.
/// </summary>
internal sealed class FunctionTime : IDisposable
{
    private const string StartupHooks = "DOTNET_STARTUP_HOOKS";

    private readonly VirtualClock clock;
    private readonly DirectoryInfo directory;
    private readonly string path;
    private readonly ClockFile file;
    private bool disposed;

    /// <param name="clock">The cloud's clock.</param>
    /// <exception cref="InvalidOperationException">The runtime, which is the functions' too, has no place to set the time.</exception>
    public FunctionTime(VirtualClock clock)
    {
        SystemTime.Demand();
        this.clock = clock;
        directory = ScratchFolder.Create("clock");
        path = Path.Combine(directory.FullName, "clock");
        file = ClockFile.Create(path);
        clock.Moved += Write;
    }

    /// <summary>Adds what a process needs to be on the cloud's time. Startup hooks of the function's own come after it.</summary>
    public void AddTo(Dictionary<string, string> variables)
    {
        var hook = typeof(ClockFile).Assembly.Location;
        variables[StartupHooks] = variables.TryGetValue(StartupHooks, out var own) ? $"{hook}{Path.PathSeparator}{own}" : hook;
        variables[ClockFile.Variable] = path;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        clock.Moved -= Write;
        file.Dispose();
        directory.Delete(recursive: true);
    }

    private void Write(ClockReading reading) => file.Reading = reading;
}
