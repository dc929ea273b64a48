namespace Engagement.Local.Lambda.Execution;

/// <summary>Figures of one invocation.</summary>
/// <param name="Duration">Real time from handing the invocation out to its answer.</param>
/// <param name="InitDuration">Real time that the process took to start; null where it had been running.</param>
/// <param name="PeakMemory">Most physical memory used, in MiB.</param>
/// <param name="ErrorType">Lambda's name for what went wrong; null where the function answered or reported its own error.</param>
internal sealed record InvocationReport(TimeSpan Duration, TimeSpan? InitDuration, int PeakMemory, string? ErrorType);
