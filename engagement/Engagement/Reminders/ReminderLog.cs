using Engagement.Telemetry;

namespace SelectReminders;

/// <summary>Every log line of this function.</summary>
internal static class Log
{
    public static void Unknown(this LogWriter log) => log.Write(
        LogLevel.Error,
        "unknownReminder",
        "The journey names no reminder of the definitions. Nobody gets its message; deploy the stack, which takes the journey away.");
}
