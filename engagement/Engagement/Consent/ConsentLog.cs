using Engagement.Telemetry;

namespace Engagement.Consent;

/// <summary>Log lines of consents. None holds an address, a link or what a reader sent.</summary>
internal static class ConsentLog
{
    public static void Refused(this LogWriter log, string requestId, string reason) => log.Write(
        LogLevel.Warning,
        "consentRefused",
        reason == "link"
            ? "The request's link is none that this stack has made, or a key is gone that made it. Nothing is changed."
            : "The request's body is neither a mail program's nor the page's. Nothing is changed.",
        new("id", requestId),
        new("reason", reason));

    public static void Returned(this LogWriter log, string messageId, string problem) => log.Write(
        LogLevel.Error,
        "consentReturned",
        $"A reader's choice could not be stored: {problem}. It goes back to the queue.",
        new KeyValuePair<string, string>("id", messageId));
}
