using System.Globalization;
using Engagement.Telemetry;

namespace FilterAudience;

/// <summary>Every log line of this function.</summary>
internal static class Log
{
    public static void RuleMissing(this LogWriter log, string campaignId, string reason, int endpoints) => log.Write(
        LogLevel.Error,
        "ruleMissing",
        "The campaign has no rule that would say who gets its message, so nobody does.",
        new("campaignId", campaignId),
        new("reason", reason),
        Count(endpoints));

    public static void RuleUnavailable(this LogWriter log, string campaignId, string problem) => log.Write(
        LogLevel.Warning,
        "ruleUnavailable",
        $"The campaign's rule could not be looked up: {problem}. Pinpoint calls again.",
        new KeyValuePair<string, string>("campaignId", campaignId));

    public static void EndpointUnreadable(this LogWriter log, string campaignId, int endpoints) => log.Write(
        LogLevel.Warning,
        "endpointUnreadable",
        "Endpoints are not of the form that Pinpoint gives them; they get no message.",
        new("campaignId", campaignId),
        Count(endpoints));

    public static void WritesLost(this LogWriter log, string campaignId, int writes, string problem) => log.Write(
        LogLevel.Error,
        "writesLost",
        $"User attributes could not be queued: {problem}. Their customers get the message, and keep the attributes they have.",
        new("campaignId", campaignId),
        Count(writes));

    private static KeyValuePair<string, string> Count(int endpoints) => new("endpoints", endpoints.ToString(CultureInfo.InvariantCulture));
}
