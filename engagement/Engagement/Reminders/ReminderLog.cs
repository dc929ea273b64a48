using Engagement.Telemetry;

namespace Engagement.Reminders;

/// <summary>Log lines of choosing who gets a reminder.</summary>
internal static class ReminderLog
{
    public static void Unknown(this LogWriter log) => log.Write(
        LogLevel.Error,
        "unknownReminder",
        "The journey names no reminder of the definitions. Nobody gets its message; deploy the stack, which takes the journey away.");
}
