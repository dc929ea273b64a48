using Engagement.Definitions.Journeys;
using Engagement.Infra.Observability;
using Engagement.Journeys;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Journeys;

/// <summary>Alarms on journeys, whichever platform sends.</summary>
internal static class JourneyAlarms
{
    public static void Declare(string name, JourneyCatalog catalog, Resource parent)
    {
        ThresholdAlarm.AboveZero(
            $"{name}-history-lost",
            "What became of customers in journeys could not be written into the history. Messages go out as before. The log of the function"
                + " has the same notes, as lines with \"log\":\"journey\".",
            AlarmMetric.Counted(MetricName.JourneyHistoryLost),
            parent);
        foreach (var journey in catalog.Journeys.Where(journey => !journey.Closed))
        {
            ThresholdAlarm.OnlyRefused(
                $"journey-{journey.Name}-nobody",
                $"The event {journey.Event} came on each day of a week, and let nobody into the journey {journey.Name}. The metric"
                    + " JourneyReasons has the reasons. Is the segment empty, or are the visitors unknown?",
                AlarmMetric.Counted(MetricName.JourneyOutcomes, JourneyReport.CountedAs(journey.Name, JourneyOutcome.Entered)),
                AlarmMetric.Counted(MetricName.JourneyEntriesRefused, journey.Name),
                parent);
        }
    }
}
