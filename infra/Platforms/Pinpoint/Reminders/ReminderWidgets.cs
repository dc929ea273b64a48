using Engagement.Infra.Observability.Dashboards;
using Engagement.Telemetry;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>The dashboard's section on reminders.</summary>
internal static class ReminderWidgets
{
    public static IEnumerable<Widget> Create(ObservedStack stack) =>
    [
        Widget.Heading("## Reminders\nEach hour, every reminder's segment moves on by an hour."),
        Widget.Lines(
            "Hours", stack.Region,
            Metric.Counted("segments moved", stack, MetricName.RemindersSlid),
            Metric.Counted("missed and caught up", stack, MetricName.ReminderHoursMissed)),
        Widget.Lines(
            "Customers", stack.Region,
            Metric.Counted("reminded", stack, MetricName.RemindersSent),
            Metric.Counted("calls without a definition", stack, MetricName.RemindersUnknown)),
        Widget.Lines("Not reminded, by reason", stack.Region, Metric.ByReason(stack, MetricName.RemindersLeftOut)),
    ];
}
