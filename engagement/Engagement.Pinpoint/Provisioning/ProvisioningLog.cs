using Engagement.Telemetry;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Every log line of this function.</summary>
public static class ProvisioningLog
{
    public static void JourneyReplaced(this LogWriter log, string name, string oldId, string newId) => log.Write(
        LogLevel.Information,
        "journeyReplaced",
        $"Journey '{name}' changed: {newId} is active. {oldId} is cancelled once the new one lets endpoints enter, or has drained.",
        new KeyValuePair<string, string>("name", name));

    public static void JourneyDrained(this LogWriter log, string name, string id) => log.Write(
        LogLevel.Information,
        "journeyDrained",
        $"Journey '{name}' was replaced long enough ago: {id} is cancelled.",
        new KeyValuePair<string, string>("name", name));

    public static void JourneyRenewed(this LogWriter log, string name, string id) => log.Write(
        LogLevel.Information,
        "journeyRenewed",
        $"Journey '{name}' ends soon: {id} follows it.",
        new KeyValuePair<string, string>("name", name));

    public static void AlreadySent(this LogWriter log, string name, string id) => log.Write(
        LogLevel.Warning,
        "alreadySent",
        $"Campaign '{name}' ({id}) has started, and is left as it is. To send it again, change when it starts.",
        new KeyValuePair<string, string>("name", name));
}
