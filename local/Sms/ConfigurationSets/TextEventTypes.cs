namespace Engagement.Local.Sms.ConfigurationSets;

/// <summary>The events of texts that a destination can ask for ("EventType" in the API reference).</summary>
internal static class TextEventTypes
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "ALL", "TEXT_ALL", "TEXT_PENDING", "TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED", "TEXT_INVALID", "TEXT_INVALID_MESSAGE",
        "TEXT_UNREACHABLE", "TEXT_CARRIER_UNREACHABLE", "TEXT_BLOCKED", "TEXT_CARRIER_BLOCKED", "TEXT_SPAM", "TEXT_UNKNOWN",
        "TEXT_TTL_EXPIRED", "TEXT_PROTECT_BLOCKED",
    };
}
