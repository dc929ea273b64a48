using Engagement.Telemetry;

namespace Engagement.Consent;

/// <summary>Log lines of feedback. None holds an address.</summary>
internal static class FeedbackLog
{
    public static void Unreadable(this LogWriter log, string messageId) => log.Write(
        LogLevel.Error,
        "feedbackUnreadable",
        "The message is not feedback as the service publishes it. It goes back to the queue, and ends in the dead-letter queue.",
        new KeyValuePair<string, string>("id", messageId));

    public static void NotStored(this LogWriter log, string messageId, string problem) => log.Write(
        LogLevel.Warning,
        "feedbackNotStored",
        $"The feedback could not be stored: {problem}. It goes back to the queue.",
        new KeyValuePair<string, string>("id", messageId));
}
