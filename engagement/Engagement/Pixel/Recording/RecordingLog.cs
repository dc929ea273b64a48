using System.Globalization;
using Engagement.Telemetry;

namespace Engagement.Pixel.Recording;

/// <summary>Log lines of recording, but <see cref="LogWriter.Rejected"/>.</summary>
public static class RecordingLog
{
    /// <summary>Too little time is left for some of the events.</summary>
    public static void OutOfTime(this LogWriter log, int events) => log.Write(
        LogLevel.Warning,
        "outOfTime",
        "Too little time is left to send more. The rest goes back to the queue.",
        new KeyValuePair<string, string>("events", events.ToString(CultureInfo.InvariantCulture)));

    internal static void Unreadable(this LogWriter log, string messageId, string problem) => log.Write(
        LogLevel.Error,
        "unreadable",
        $"The message is not one of the pixel's API: {problem}. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));
}
