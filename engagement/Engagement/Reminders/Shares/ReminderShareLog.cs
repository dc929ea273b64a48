using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Reminders.Shares;

/// <summary>Log lines of sending reminders' hours.</summary>
internal static class ReminderShareLog
{
    public static void Unreadable(this LogWriter log, string messageId) => log.Write(
        LogLevel.Error,
        "unreadable",
        "The message is no share of a reminder's hour. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));

    public static void Unknown(this LogWriter log, ReminderShare share) => log.Write(
        LogLevel.Error,
        "unknownReminder",
        "The message names no reminder of the definitions, or a reminder whose segment is not among them. Nobody gets it.",
        Fields(share));

    public static void ShareFailed(this LogWriter log, ReminderShare share, string problem) => log.Write(
        LogLevel.Warning,
        "shareFailed",
        $"The share of the reminder's hour could not be gone on with: {problem}. It is tried again.",
        Fields(share));

    private static KeyValuePair<string, string>[] Fields(ReminderShare share) =>
        [new("reminder", share.Reminder), new("hour", IsoInstant.Format(share.Hour))];
}
