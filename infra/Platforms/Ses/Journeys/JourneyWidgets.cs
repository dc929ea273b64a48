using Engagement.Infra.Observability.Dashboards;
using Engagement.Telemetry;

namespace Engagement.Infra.Platforms.Ses.Journeys;

/// <summary>The dashboard's section on journeys.</summary>
internal static class JourneyWidgets
{
    public static IEnumerable<Widget> Create(ObservedStack stack) =>
    [
        .. JourneyStepWidgets.Create(stack),
        Widget.Lines(
            "Customers at each step, each hour", stack.Region, Metric.ByReason(stack, MetricName.CustomersAtStep, "Maximum")),
        Widget.Lines(
            "The longest due, ms", stack.Region, Metric.Measured("longest", "Maximum", stack, MetricName.JourneyLateness)),
    ];
}
