using System.Globalization;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Log lines of runs.</summary>
internal static class RunLog
{
    public static void RunStarted(this LogWriter log, CampaignIdentity identity, int pass) => log.Write(
        LogLevel.Information,
        "runStarted",
        "A pass of the campaign's run has begun; its shares are queued.",
        [.. Fields(identity), new("pass", Number(pass))]);

    public static void RunHeld(this LogWriter log, CampaignRun run, DateTimeOffset until) => log.Write(
        LogLevel.Information,
        "runHeld",
        "A pass of the campaign's run has gone through all customers. Some are outside their hours: the next pass begins with the first of"
            + " these hours.",
        [
            .. Fields(run.Identity),
            new("pass", Number(run.Pass)),
            new("sent", Number(run.Progress.Sent)),
            new("held", Number(run.Progress.Held)),
            new("until", IsoInstant.Format(until)),
        ]);

    public static void StartFailed(this LogWriter log, CampaignIdentity identity, string problem) => log.Write(
        LogLevel.Warning,
        "startFailed",
        $"The campaign's run could not be started: {problem}. The next sweep tries again.",
        Fields(identity));

    public static void RunCompleted(this LogWriter log, CampaignIdentity identity, RunProgress progress) => log.Write(
        LogLevel.Information,
        "runCompleted",
        "The campaign's run has gone through all customers.",
        [
            .. Fields(identity),
            new("seen", Number(progress.Seen)),
            new("sent", Number(progress.Sent)),
            new("unknown", Number(progress.Unknown)),
            .. progress.LeftOut.Select(reason => new KeyValuePair<string, string>(reason.Key, Number(reason.Value))),
        ]);

    public static void RunInvalid(this LogWriter log, CampaignIdentity identity, string problem) => log.Write(
        LogLevel.Error,
        "runInvalid",
        "The campaign cannot be sent, so its run has ended. The reason says why; the definitions or the event are not what they were.",
        [.. Fields(identity), new("reason", problem)]);

    public static void RunMissing(this LogWriter log, string messageId) => log.Write(
        LogLevel.Error,
        "runMissing",
        "The message names no share of a run that has begun. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));

    public static void ShareFailed(this LogWriter log, CampaignIdentity identity, int share, string problem) => log.Write(
        LogLevel.Warning,
        "shareFailed",
        $"The share could not be gone on with: {problem}. It is tried again from where it is.",
        [.. Fields(identity), new("share", Number(share))]);

    public static void TooLate(this LogWriter log, CampaignIdentity identity) => log.Write(
        LogLevel.Error,
        "tooLate",
        "The campaign was due more than a day ago and has never begun, so it is not sent. A new name in announcements.yaml sends it.",
        Fields(identity));

    public static KeyValuePair<string, string>[] Fields(CampaignIdentity identity) =>
        [new("id", identity.EventId ?? ""), new("announcement", identity.Announcement), new("campaign", identity.Campaign)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
