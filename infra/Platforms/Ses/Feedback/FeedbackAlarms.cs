using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Feedback;

/// <summary>
/// Alarms on this stack's own bounces and complaints, at half of what SES tolerates of an account. SES measures the account's reputation
/// over all stacks and over weeks; these say which stack it is, and within a day.
/// </summary>
internal static class FeedbackAlarms
{
    private const double BouncePercent = 2.5;
    private const double ComplaintPercent = 0.05;

    // Of fewer messages, one or two would ring.
    private const int FewestForBounces = 100;
    private const int FewestForComplaints = 5_000;

    public static void Declare(string name, Resource parent)
    {
        ThresholdAlarm.LargeShare(
            $"{name}-bounces",
            "More than 2.5 % of a day's e-mails of this stack bounce for good. The addresses get no more. Find the list that they come"
                + " from, and hold announcements to it. SES reviews an account from 5 % on.",
            Share(MetricName.MessagesBounced, FewestForBounces),
            BouncePercent,
            parent);
        ThresholdAlarm.LargeShare(
            $"{name}-complaints",
            "More than 0.05 % of a day's e-mails of this stack are reported as spam. These recipients get no more. Hold announcements, and"
                + " look at which of them customers report. SES reviews an account from 0.1 % on.",
            Share(MetricName.MessagesComplained, FewestForComplaints),
            ComplaintPercent,
            parent);
    }

    // Feedback comes up to days after its message, so that a shorter time would compare one campaign's bounces with another's messages.
    private static AlarmShare Share(string metric, int fewest) => new()
    {
        Part = [metric],
        Whole = [MetricName.MessagesSent],
        Minimum = fewest,
        PeriodSeconds = AlarmShare.Day,
    };
}
