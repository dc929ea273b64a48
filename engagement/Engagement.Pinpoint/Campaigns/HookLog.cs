using Engagement.Telemetry;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>Log lines of a campaign's hook.</summary>
internal static class HookLog
{
    public static void RuleUnavailable(this LogWriter log, string campaignId, string problem) => log.Write(
        LogLevel.Warning,
        "ruleUnavailable",
        $"The campaign's rule could not be looked up: {problem}. Pinpoint calls again.",
        new KeyValuePair<string, string>("campaignId", campaignId));
}
