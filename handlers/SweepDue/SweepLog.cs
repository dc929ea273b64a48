using Engagement.Telemetry;

namespace SweepDue;

/// <summary>Log lines of looking for what is due.</summary>
internal static class SweepLog
{
    public static void SweepFailed(this LogWriter log, string sweep, string problem) => log.Write(
        LogLevel.Warning,
        "sweepFailed",
        $"What is due could not be begun: {problem}. The next sweep, in a minute, tries again.",
        new KeyValuePair<string, string>("sweep", sweep));
}
