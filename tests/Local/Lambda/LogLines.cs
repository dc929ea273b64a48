using Engagement.Local.CloudWatch;

namespace Local.Tests.Lambda;

/// <summary>Keeps log lines, and tells when a line has come.</summary>
internal sealed class LogLines : ILogSink
{
    private readonly Lock gate = new();
    private readonly List<(string Group, string Line)> lines = [];
    private readonly List<(string Line, int Times, TaskCompletionSource Came)> waiting = [];

    public void Write(string logGroup, string line)
    {
        lock (gate)
        {
            lines.Add((logGroup, line));
            foreach (var (awaited, times, came) in waiting)
            {
                if (lines.Count(entry => entry.Line == awaited) >= times)
                {
                    came.TrySetResult();
                }
            }
        }
    }

    public IReadOnlyList<string> Of(string logGroup)
    {
        lock (gate)
        {
            return [.. lines.Where(entry => entry.Group == logGroup).Select(entry => entry.Line)];
        }
    }

    /// <summary>Completes when that line has been written that often.</summary>
    public Task WhenAsync(string line, int times = 1)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (lines.Count(entry => entry.Line == line) >= times)
            {
                return Task.CompletedTask;
            }

            waiting.Add((line, times, came));
        }

        return came.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
