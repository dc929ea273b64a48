using System.Globalization;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Reminders;

/// <summary>Log lines of moving segments.</summary>
internal static class SlideLog
{
    public static void SlideFailed(this LogWriter log, string message, DateTimeOffset hour, string problem) => log.Write(
        LogLevel.Error,
        "slideFailed",
        $"The segment was not moved: {problem}. It is tried again, and the next hour catches up.",
        new("reminder", message),
        new("hour", IsoInstant.Format(hour)));

    public static void CaughtUp(this LogWriter log, string message, DateTimeOffset hour, int missed) => log.Write(
        LogLevel.Warning,
        "caughtUp",
        "Hours were missed; the segment holds them as well now.",
        new("reminder", message),
        new("hour", IsoInstant.Format(hour)),
        new("missed", missed.ToString(CultureInfo.InvariantCulture)));
}
