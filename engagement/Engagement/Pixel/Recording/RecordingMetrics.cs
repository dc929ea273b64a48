using Engagement.Telemetry;

namespace Engagement.Pixel.Recording;

/// <summary>What every recorder counts alike.</summary>
public static class RecordingMetrics
{
    /// <summary>Counts an event that was recorded, and the parameters that were left out of it.</summary>
    public static void CountRecorded(this MetricsWriter metrics, PendingEvent pending)
    {
        metrics.Count(MetricName.EventsRecorded);
        var dropped = pending.Accepted.Dropped;
        metrics.CountDropped(dropped.Unlisted, "unlisted");
        metrics.CountDropped(dropped.UnsignedUser, "unsignedUser");
        metrics.CountDropped(dropped.Unknown, "unknownParameter");
        metrics.CountDropped(dropped.UnknownTimeZone, "unknownTimeZone");
    }

    /// <summary>Counts an event that goes back to the queue, once for each message that brought it.</summary>
    public static void CountReturned(this MetricsWriter metrics, PendingEvent pending, string reason) =>
        metrics.Count(MetricName.EventsReturned, pending.MessageIds.Count, reason);

    private static void CountDropped(this MetricsWriter metrics, int parameters, string reason)
    {
        if (parameters > 0)
        {
            metrics.Count(MetricName.AttributesDropped, parameters, reason);
        }
    }
}
