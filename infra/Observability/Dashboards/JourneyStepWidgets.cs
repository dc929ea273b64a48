using Engagement.Telemetry;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>What the dashboard shows of journeys, whichever platform sends.</summary>
internal static class JourneyStepWidgets
{
    public static IEnumerable<Widget> Create(ObservedStack stack) =>
    [
        Widget.Heading("## Journeys\nA line for each JOURNEY/OUTCOME. Each no has its reason."),
        Widget.Lines("Outcomes", stack.Region, Metric.ByReason(stack, MetricName.JourneyOutcomes)),
        Widget.Lines("Not entered, left out, left: by reason", stack.Region, Metric.ByReason(stack, MetricName.JourneyReasons)),
    ];
}
