using System.Globalization;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Audiences;

/// <summary>Log lines of choosing who gets a message.</summary>
internal static class AudienceLog
{
    public static void RuleMissing(this LogWriter log, string campaignId, string reason, int endpoints) => log.Write(
        LogLevel.Error,
        "ruleMissing",
        "The campaign has no rule that would say who gets its message, so nobody does.",
        new("campaignId", campaignId),
        new("reason", reason),
        Count(endpoints));

    public static void EndpointUnreadable(this LogWriter log, string campaignId, int endpoints) => log.Write(
        LogLevel.Warning,
        "endpointUnreadable",
        "Endpoints are not of the form that the platform gives them; they get no message.",
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
