using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Telemetry;

namespace LaunchCampaigns;

/// <summary>Every log line of this function.</summary>
internal static class Log
{
    public static void Launched(this LogWriter log, CampaignIdentity identity, string campaignId, bool found) => log.Write(
        LogLevel.Information,
        "launched",
        found ? "The campaign was there already, from an attempt that did not end well; it is recorded now." : "The campaign is created.",
        [.. Fields(identity), new("campaignId", campaignId)]);

    public static void LaunchFailed(this LogWriter log, CampaignIdentity identity, string problem) => log.Write(
        LogLevel.Warning,
        "launchFailed",
        $"The campaign was not launched: {problem}. It is tried again from the queue.",
        Fields(identity));

    public static void Overdue(this LogWriter log, CompanyEvent companyEvent, LaunchState state) => log.Write(
        LogLevel.Error,
        "overdue",
        $"The event came {LaunchRules.Patience.TotalMinutes:0} minutes ago or longer and is not launched. Look at the retry queue's dead-letter queue and at the journey; sending the event again with its id triggers it again.",
        new("id", companyEvent.Id),
        new("announcement", companyEvent.Announcement),
        new("state", state.ToString()));

    public static void Unknown(this LogWriter log, string source) => log.Write(
        LogLevel.Error,
        "unknownAnnouncement",
        $"The {source} names no announcement of the definitions. Nothing is launched.");

    public static void LedgerFailed(this LogWriter log, string announcement, string problem) => log.Write(
        LogLevel.Warning,
        "ledgerFailed",
        $"Not everything could be launched: {problem}. It is tried again from the queue.",
        new KeyValuePair<string, string>("announcement", announcement));

    public static void Postponed(this LogWriter log, string announcement) => log.Write(
        LogLevel.Information,
        "postponed",
        "Not everything is launched yet; the rest is tried from the queue.",
        new KeyValuePair<string, string>("announcement", announcement));

    private static KeyValuePair<string, string>[] Fields(CampaignIdentity identity) =>
        [new("id", identity.EventId ?? ""), new("announcement", identity.Announcement), new("campaign", identity.Campaign)];
}
