using System.Globalization;
using Engagement.Telemetry;

namespace WriteUserAttributes;

/// <summary>Every log line of this function.</summary>
internal static class Log
{
    public static void Unreadable(this LogWriter log, string messageId) => log.Write(
        LogLevel.Error,
        "unreadable",
        "The message is not one of the audience filter's. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));

    public static void WriteFailed(this LogWriter log, int endpoints, string problem) => log.Write(
        LogLevel.Warning,
        "writeFailed",
        $"Pinpoint did not take the user attributes: {problem}. They go back to the queue.",
        Count(endpoints));

    public static void OutOfTime(this LogWriter log, int endpoints) => log.Write(
        LogLevel.Warning,
        "outOfTime",
        "Too little time is left to write more. The rest goes back to the queue.",
        Count(endpoints));

    private static KeyValuePair<string, string> Count(int endpoints) => new("endpoints", endpoints.ToString(CultureInfo.InvariantCulture));
}
