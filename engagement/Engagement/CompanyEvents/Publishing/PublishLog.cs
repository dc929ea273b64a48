using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Publishing;

/// <summary>Log lines of publishing.</summary>
internal static class PublishLog
{
    public static void Published(this LogWriter log, CompanyEvent companyEvent, bool again) => log.Write(
        LogLevel.Information,
        again ? "publishedAgain" : "published",
        again
            ? "The event was here before and is not launched yet; what launches it was notified again."
            : "The event is in the ledger, and what launches it was notified.",
        Fields(companyEvent));

    public static void Held(this LogWriter log, CompanyEvent companyEvent) => log.Write(
        LogLevel.Information,
        "held",
        "The event is in the ledger. Its announcement is held (hold: true in announcements.yaml), so nothing is launched until it is "
            + "released.",
        Fields(companyEvent));

    public static void Repeated(this LogWriter log, CompanyEvent companyEvent) => log.Write(
        LogLevel.Information,
        "repeated",
        "The event was here before; nothing is done.",
        Fields(companyEvent));

    public static void Refused(this LogWriter log, IReadOnlyList<CompanyEventProblem> problems) => log.Write(
        LogLevel.Warning,
        "refused",
        $"Nothing was sent: {string.Join("; ", problems)}.");

    public static void Failed(this LogWriter log, CompanyEvent companyEvent, string problem) => log.Write(
        LogLevel.Error,
        "failed",
        $"The event was not handed on: {problem}. The sender has to send it again with its id.",
        Fields(companyEvent));

    private static KeyValuePair<string, string>[] Fields(CompanyEvent companyEvent) =>
        [new("id", companyEvent.Id), new("announcement", companyEvent.Announcement)];
}
