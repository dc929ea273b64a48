using System.Globalization;
using Engagement.Pixel;
using Engagement.Telemetry;

namespace RecordPixelEvents;

/// <summary>Every log line of this function, but <see cref="LogWriter.Rejected"/>.</summary>
internal static class Log
{
    public static void Unreadable(this LogWriter log, string messageId, string problem) => log.Write(
        LogLevel.Error,
        "unreadable",
        $"The message is not one of the pixel's API: {problem}. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));

    public static void SecretUnavailable(this LogWriter log, string problem, bool keysAtHand) => log.Write(
        keysAtHand ? LogLevel.Warning : LogLevel.Error,
        "secretUnavailable",
        keysAtHand
            ? $"The signing secret could not be read again: {problem}. The keys read before stay in use."
            : $"The signing secret could not be read: {problem}. Signed requests go back to the queue.");

    public static void SendFailed(this LogWriter log, int events, string problem) => log.Write(
        LogLevel.Warning,
        "sendFailed",
        $"Pinpoint did not take the events: {problem}. They go back to the queue.",
        Count(events));

    public static void EndpointRefused(this LogWriter log, PixelEvent recorded, string problem) => log.Write(
        LogLevel.Error,
        "endpointRefused",
        $"Pinpoint recorded the event and did not update its endpoint: {problem}",
        new("id", recorded.RequestId),
        new("at", LogWriter.Instant(recorded.At)));

    public static void OutOfTime(this LogWriter log, int events) => log.Write(
        LogLevel.Warning,
        "outOfTime",
        "Too little time is left to send more. The rest goes back to the queue.",
        Count(events));

    private static KeyValuePair<string, string> Count(int events) => new("events", events.ToString(CultureInfo.InvariantCulture));
}
