using Engagement.Infra.Observability;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>
/// Alarms on the account's reputation, at half of what SES tolerates. SES reviews an account from 5 % bounces or 0.1 % complaints on:
/// https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html
/// </summary>
internal static class ReputationAlarms
{
    private const double BounceRate = 0.025;
    private const double ComplaintRate = 0.0005;

    public static void Declare(Resource parent)
    {
        ThresholdAlarm.Higher(
            "bounce-rate",
            "More than 2.5 % of the account's e-mails bounce. SES reviews the account from 5 % on, and stops it at 10 %. Find the list that"
                + " the addresses come from, and hold announcements to it.",
            AlarmMetric.OfAccount("AWS/SES", "Reputation.BounceRate"),
            BounceRate,
            parent);
        ThresholdAlarm.Higher(
            "complaint-rate",
            "More than 0.05 % of the account's e-mails are reported as spam. SES reviews the account from 0.1 % on, and stops it at 0.5 %."
                + " Hold announcements, and look at which of them customers report.",
            AlarmMetric.OfAccount("AWS/SES", "Reputation.ComplaintRate"),
            ComplaintRate,
            parent);
    }
}
