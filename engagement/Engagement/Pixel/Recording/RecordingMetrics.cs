using Engagement.Telemetry;

namespace Engagement.Pixel.Recording;

/// <summary>What every recorder counts alike.</summary>
public static class RecordingMetrics
{
    /// <summary>Counts events that were recorded, and the parameters that were left out of them.</summary>
    public static void CountRecorded(this MetricsWriter metrics, IReadOnlyList<PendingEvent> recorded)
    {
        if (recorded.Count == 0)
        {
            return;
        }

        metrics.Count(MetricName.EventsRecorded, recorded.Count);
        metrics.CountDropped(recorded.Sum(pending => pending.Accepted.Dropped.Unlisted), "unlisted");
        metrics.CountDropped(recorded.Sum(pending => pending.Accepted.Dropped.UnsignedUser), "unsignedUser");
        metrics.CountDropped(recorded.Sum(pending => pending.Accepted.Dropped.Unknown), "unknownParameter");
        metrics.CountDropped(recorded.Sum(pending => pending.Accepted.Dropped.UnknownTimeZone), "unknownTimeZone");
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
