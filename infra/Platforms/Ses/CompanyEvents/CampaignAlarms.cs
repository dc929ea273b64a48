using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.CompanyEvents;

/// <summary>Alarms on failures of campaigns that no call shows.</summary>
internal static class CampaignAlarms
{
    public static void Declare(string name, Resource parent)
    {
        ThresholdAlarm.AboveZero(
            $"{name}-rules-missing",
            "A campaign cannot be sent, and no customer gets the message: the definitions, or the ledger, no longer hold what it needs. The"
                + " log of send-campaign names the campaign and the reason.",
            AlarmMetric.Counted(MetricName.CampaignRulesMissing),
            parent);
        ThresholdAlarm.AboveZero(
            $"{name}-too-late",
            "A campaign with a date was found more than a day late, and is not sent: its message may no longer be true. The log of"
                + " sweep-due names it. To send it all the same, give the announcement another name and another date.",
            AlarmMetric.Counted(MetricName.CampaignsTooLate),
            parent);
        ThresholdAlarm.AboveZero(
            $"{name}-attributes-lost",
            "Customers got a message, but the user attributes that it sets were refused, because a customer would hold more than is"
                + " possible. The log of send-campaign names the campaign and the reason.",
            AlarmMetric.Counted(MetricName.UserAttributesLost),
            parent);
    }
}
