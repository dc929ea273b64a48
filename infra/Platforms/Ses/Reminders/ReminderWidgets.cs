using Engagement.Infra.Observability.Dashboards;
using Engagement.Telemetry;

namespace Engagement.Infra.Platforms.Ses.Reminders;

/// <summary>The dashboard's section on reminders.</summary>
internal static class ReminderWidgets
{
    public static IEnumerable<Widget> Create(ObservedStack stack) =>
    [
        Widget.Heading("## Reminders\nEach hour, the index of dates tells which customers are due."),
        Widget.Lines("Customers", stack.Region, Metric.Counted("reminded", stack, MetricName.RemindersSent)),
        Widget.Lines("Not reminded, by reason", stack.Region, Metric.ByReason(stack, MetricName.RemindersLeftOut)),
        Widget.Lines("Hours", stack.Region, Metric.Counted("missed and caught up", stack, MetricName.ReminderHoursMissed)),
    ];
}
