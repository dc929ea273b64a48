using System.Globalization;
using Engagement.CompanyEvents.Ledger;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Launching;

/// <summary>Log lines of launching.</summary>
public static class LaunchLog
{
    public static void Launched(this LogWriter log, CampaignIdentity identity, string campaignId, bool found) => log.Write(
        LogLevel.Information,
        "launched",
        found ? "The campaign was there already, from an attempt that did not end well; it is recorded now." : "The campaign is created.",
        [.. Fields(identity), new("campaignId", campaignId)]);

    public static void LaunchFailed(this LogWriter log, CampaignIdentity identity, string problem) => log.Write(
        LogLevel.Warning,
        "launchFailed",
        $"The campaign was not launched: {problem}. It is tried again.",
        Fields(identity));

    public static void Overdue(this LogWriter log, CompanyEvent companyEvent, LaunchState state) => log.Write(
        LogLevel.Error,
        "overdue",
        $"The event should have been launched {LaunchRules.Patience.TotalMinutes:0} minutes ago or longer. The ledger says which "
            + "campaign is missing and why; the check tries again every five minutes.",
        new("id", companyEvent.Id),
        new("announcement", companyEvent.Announcement),
        new("state", state.ToString()));

    public static void CaughtUp(this LogWriter log, CompanyEvent companyEvent, int campaigns) => log.Write(
        LogLevel.Warning,
        "caughtUp",
        "The check launched what the event's journey or state machine did not. If that happens again, see whether the journey is active, "
            + "or how the executions end.",
        new("id", companyEvent.Id),
        new("announcement", companyEvent.Announcement),
        new("campaigns", campaigns.ToString(CultureInfo.InvariantCulture)));

    public static void Orphaned(this LogWriter log, CompanyEvent companyEvent) => log.Write(
        LogLevel.Error,
        "orphaned",
        "The event waits in the ledger, and no definition has its announcement any more, so nothing can launch it. Put the announcement "
            + "back, or delete the item.",
        new KeyValuePair<string, string>("id", companyEvent.Id));

    public static void Held(this LogWriter log, string announcement, int events) => log.Write(
        LogLevel.Information,
        "held",
        "The announcement is held (hold: true in announcements.yaml). Its events wait in the ledger and are launched when it is released.",
        new("announcement", announcement),
        new("events", events.ToString(CultureInfo.InvariantCulture)));

    public static void Unknown(this LogWriter log, string source) => log.Write(
        LogLevel.Error,
        "unknownAnnouncement",
        $"The {source} names no announcement of the definitions. Nothing is launched.");

    public static void LedgerFailed(this LogWriter log, string announcement, string problem) => log.Write(
        LogLevel.Warning,
        "ledgerFailed",
        $"Not everything could be launched: {problem}. It is tried again.",
        new KeyValuePair<string, string>("announcement", announcement));

    public static void Postponed(this LogWriter log, string announcement) => log.Write(
        LogLevel.Information,
        "postponed",
        "Not everything is launched yet; the rest is tried from the queue.",
        new KeyValuePair<string, string>("announcement", announcement));

    private static KeyValuePair<string, string>[] Fields(CampaignIdentity identity) =>
        [new("id", identity.EventId ?? ""), new("announcement", identity.Announcement), new("campaign", identity.Campaign)];
}
