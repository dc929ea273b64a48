using Engagement.Infra.Observability.Dashboards;
using Engagement.Ses.Events;
using Engagement.Ses.Sending;
using Engagement.Ses.Sms;
using Engagement.Telemetry;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>The dashboard's section on sending, and on what becomes of messages.</summary>
internal static class SendingWidgets
{
    private const string Space = "AWS/SES";

    public static IEnumerable<Widget> Create(ObservedStack stack) =>
    [
        Widget.Heading("## Messages\nThe account's rate and quota are what campaigns wait for. The reputation is the whole account's."),
        Widget.Lines(
            "Messages", stack.Region,
            Metric.Counted("sent", stack, MetricName.MessagesSent),
            Metric.Counted("unknown", stack, MetricName.MessagesUnknown),
            Metric.Counted("given up", stack, MetricName.MessagesGivenUp),
            Metric.Counted("held for hours", stack, MetricName.MessagesHeld),
            Metric.Counted("sending stopped", stack, MetricName.SendingStopped)),
        Widget.Lines(
            "Campaigns", stack.Region,
            Metric.Counted("completed", stack, MetricName.RunsCompleted),
            Metric.Counted("starts that failed", stack, MetricName.RunStartsFailed),
            Metric.Counted("too late", stack, MetricName.CampaignsTooLate),
            Metric.Counted("held by 'hold'", stack, MetricName.CampaignsHeld)),
        Widget.Lines("To be tried again, by reason", stack.Region, Metric.ByReason(stack, MetricName.MessagesPostponed)),
        Widget.Lines("Feedback, by kind", stack.Region, Metric.ByReason(stack, MetricName.FeedbackReceived)),
        Widget.Lines("Customers' choices, by kind", stack.Region, Metric.ByReason(stack, MetricName.ConsentsChosen)),
        Widget.Lines(
            "The account's e-mails", stack.Region,
            Metric.OfAccount("sent", "Sum", Space, "Send"),
            Metric.OfAccount("delivered", "Sum", Space, "Delivery"),
            Metric.OfAccount("bounced", "Sum", Space, "Bounce"),
            Metric.OfAccount("complaints", "Sum", Space, "Complaint")),
        Widget.Lines(
            "The account's reputation", stack.Region,
            Metric.OfAccount("bounce rate", "Maximum", Space, "Reputation.BounceRate"),
            Metric.OfAccount("complaint rate", "Maximum", Space, "Reputation.ComplaintRate")),
        Widget.Lines(
            "Calls of SES", stack.Region,
            Metric.Counted("calls", stack, SesMetrics.Calls),
            Metric.Counted("too many", stack, SesMetrics.Throttled),
            Metric.Counted("failed", stack, SesMetrics.Errors)),
        Widget.Lines(
            "Text messages", stack.Region,
            Metric.Counted("parts sent", stack, MetricName.TextPartsSent),
            Metric.Counted("calls", stack, SmsMetrics.Calls),
            Metric.Counted("too many", stack, SmsMetrics.Throttled),
            Metric.Counted("failed", stack, SmsMetrics.Errors)),
        Widget.Lines(
            "Calls of the archive", stack.Region,
            Metric.Counted("calls", stack, ArchiveMetrics.Calls),
            Metric.Counted("too many", stack, ArchiveMetrics.Throttled),
            Metric.Counted("failed", stack, ArchiveMetrics.Errors)),
    ];
}
