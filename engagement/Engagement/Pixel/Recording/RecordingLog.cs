using Engagement.Telemetry;

namespace Engagement.Pixel.Recording;

/// <summary>Log lines of recording, but <see cref="LogWriter.Rejected"/>.</summary>
internal static class RecordingLog
{
    public static void Unreadable(this LogWriter log, string messageId, string problem) => log.Write(
        LogLevel.Error,
        "unreadable",
        $"The message is not one of the pixel's API: {problem}. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));
}
