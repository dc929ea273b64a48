using System.Globalization;
using Engagement.Pixel;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Pinpoint.Events;

/// <summary>Log lines of recording in Pinpoint.</summary>
internal static class EventsLog
{
    /// <summary>Why an event that Pinpoint refused was not recorded: beside the codes of <see cref="RejectionReason"/>.</summary>
    public const string PinpointRefused = "pinpointRefused";

    public static void Refused(this LogWriter log, PixelEvent refused, string eventType, string problem) => log.Rejected(
        refused.RequestId, refused.At, PinpointRefused, eventType, $"Pinpoint refused the event: {problem}");

    public static void JourneysNotNoted(this LogWriter log, int events, string problem) => log.Write(
        LogLevel.Error,
        "journeysNotNoted",
        $"What events mean to journeys could not be noted: {problem}. They go back to the queue.",
        Count(events));

    public static void SendFailed(this LogWriter log, int events, string problem) => log.Write(
        LogLevel.Warning,
        "sendFailed",
        $"Pinpoint did not take the events: {problem}. They go back to the queue.",
        Count(events));

    public static void EndpointRefused(this LogWriter log, PixelEvent recorded, string problem) => log.Write(
        LogLevel.Error,
        "endpointRefused",
        $"Pinpoint recorded the event and did not update its endpoint: {problem}",
        new("id", recorded.RequestId),
        new("at", IsoInstant.FormatMilliseconds(recorded.At)));

    private static KeyValuePair<string, string> Count(int events) => new("events", events.ToString(CultureInfo.InvariantCulture));
}
