using System.Globalization;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Writing;

/// <summary>Log lines of writing user attributes.</summary>
internal static class WriteLog
{
    public static void Unreadable(this LogWriter log, string messageId) => log.Write(
        LogLevel.Error,
        "unreadable",
        "The message is not one of the audience filter's. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));

    public static void WriteFailed(this LogWriter log, int endpoints, string problem) => log.Write(
        LogLevel.Warning,
        "writeFailed",
        $"The user attributes were not taken: {problem}. They go back to the queue.",
        Count(endpoints));

    public static void OutOfTime(this LogWriter log, int endpoints) => log.Write(
        LogLevel.Warning,
        "outOfTime",
        "Too little time is left to write more. The rest goes back to the queue.",
        Count(endpoints));

    private static KeyValuePair<string, string> Count(int endpoints) => new("endpoints", endpoints.ToString(CultureInfo.InvariantCulture));
}
