using System.Globalization;
using Engagement.Pixel;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Ses.Events;

/// <summary>Log lines of recording in the archive and at customers.</summary>
internal static class ArchiveLog
{
    public static void SendFailed(this LogWriter log, int events, string problem) => log.Write(
        LogLevel.Warning,
        "sendFailed",
        $"The archive did not take the events: {problem}. They go back to the queue.",
        Count(events));

    public static void UpdateFailed(this LogWriter log, int events, string problem) => log.Write(
        LogLevel.Warning,
        "updateFailed",
        $"What the events say of their customers is not stored: {problem}. They go back to the queue.",
        Count(events));

    public static void EndpointRefused(this LogWriter log, PixelEvent recorded, string problem) => log.Write(
        LogLevel.Error,
        "endpointRefused",
        $"The archive has the event, and what it says of its customer was refused: {problem}",
        new("id", recorded.RequestId),
        new("at", IsoInstant.FormatMilliseconds(recorded.At)));

    private static KeyValuePair<string, string> Count(int events) => new("events", events.ToString(CultureInfo.InvariantCulture));
}
