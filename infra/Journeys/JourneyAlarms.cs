using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Journeys;

/// <summary>Alarms on journeys, whichever platform sends.</summary>
internal static class JourneyAlarms
{
    public static void Declare(string name, Resource parent) => ThresholdAlarm.AboveZero(
        $"{name}-history-lost",
        "What became of customers in journeys could not be written into the history. Messages go out as before. The log of the function"
            + " has the same notes, as lines with \"log\":\"journey\".",
        AlarmMetric.Counted(MetricName.JourneyHistoryLost),
        parent);
}
