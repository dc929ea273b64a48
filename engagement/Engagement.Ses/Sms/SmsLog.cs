using Engagement.Telemetry;

namespace Engagement.Ses.Sms;

/// <summary>Log lines of text messages. None holds a number.</summary>
internal static class SmsLog
{
    public static void OptOutNotStored(this LogWriter log, string problem) => log.Write(
        LogLevel.Warning,
        "optOutNotStored",
        $"A number is on the service's list of those that want no texts, and that could not be stored: {problem}. No text was sent."
            + " The next text to the number is refused as well, and tells of it again.");
}
