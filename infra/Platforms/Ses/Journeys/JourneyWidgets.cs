using Engagement.Infra.Observability.Dashboards;
using Engagement.Telemetry;

namespace Engagement.Infra.Platforms.Ses.Journeys;

/// <summary>The dashboard's section on journeys.</summary>
internal static class JourneyWidgets
{
    public static IEnumerable<Widget> Create(ObservedStack stack) =>
    [
        Widget.Heading("## Journeys\nA line for each step: JOURNEY/STEP/OUTCOME. Each no has its reason."),
        Widget.Lines("Steps", stack.Region, Metric.ByReason(stack, MetricName.JourneySteps)),
        Widget.Lines("Not entered, left out, left: by reason", stack.Region, Metric.ByReason(stack, MetricName.JourneyReasons)),
        Widget.Lines(
            "The longest due, ms", stack.Region, Metric.Measured("longest", "Maximum", stack, MetricName.JourneyLateness)),
    ];
}
