using System.Globalization;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Reminders;

/// <summary>Log lines of beginning hours.</summary>
internal static class SweepLog
{
    public static void BeginFailed(this LogWriter log, string message, DateTimeOffset hour, string problem) => log.Write(
        LogLevel.Error,
        "slideFailed",
        $"The reminder's hour has not begun: {problem}. It is tried again, and the next hour catches up.",
        new("reminder", message),
        new("hour", IsoInstant.Format(hour)));

    public static void CaughtUp(this LogWriter log, string message, DateTimeOffset hour, int missed) => log.Write(
        LogLevel.Warning,
        "caughtUp",
        "Hours were missed; this hour holds them as well.",
        new("reminder", message),
        new("hour", IsoInstant.Format(hour)),
        new("missed", missed.ToString(CultureInfo.InvariantCulture)));
}
