using System.Text.Json;
using Engagement;
using Engagement.CompanyEvents.Launching;
using Engagement.Definitions.Announcements;

namespace LaunchCampaigns;

/// <summary>Tells from an invocation's payload why the function runs.</summary>
/// <param name="journey">
/// Reads the call of a journey, as the platform makes it; null for any other payload, and always on a platform without journeys.
/// </param>
internal sealed class LaunchReasons(Func<JsonElement, JourneyCalled?> journey)
{
    /// <summary>Reads a payload. What is neither messages nor a journey's call is the schedule's.</summary>
    public LaunchReason Read(JsonElement payload) =>
        JsonText.Member(payload, "Records") is { ValueKind: JsonValueKind.Array } records ? new MessagesQueued(
            [.. records.EnumerateArray().Select(MessageIn)])
        : journey(payload) is { } called ? called
        : new CheckDue();

    private static (string Id, RetryMessage? Message) MessageIn(JsonElement record) =>
        (JsonText.Read(record, "messageId") ?? "", RetryMessage.Parse(JsonText.Read(record, "body") ?? ""));
}
