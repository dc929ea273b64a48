using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Journeys;

/// <summary>Alarms on customers who are not moved on in journeys.</summary>
internal static class MoverAlarms
{
    private const int TenMinutes = 600_000;

    public static void Declare(string name, Resource parent) => ThresholdAlarm.Older(
        $"{name}-late",
        $"Customers have been due in a journey for more than ten minutes. Read the log of {name}. Compare what comes in with the sending rate"
            + " of the account. What is late comes by itself, and a message that is a day late does not come.",
        AlarmMetric.Longest(MetricName.JourneyLateness),
        TenMinutes,
        parent);
}
