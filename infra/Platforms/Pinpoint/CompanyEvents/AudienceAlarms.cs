using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>Alarms on failures of the hook that no call shows.</summary>
internal static class AudienceAlarms
{
    public static void Declare(string name, Resource parent)
    {
        ThresholdAlarm.AboveZero(
            $"{name}-rules-missing",
            "A campaign's hook found no rule, and no customer got the message. The log of filter-audience names the campaign and the"
                + " reason. A campaign that was made by hand must not use the hook.",
            AlarmMetric.Counted(MetricName.CampaignRulesMissing),
            parent);
        ThresholdAlarm.AboveZero(
            $"{name}-attributes-lost",
            "Customers got a message, but the user attributes that it sets are lost, because they could not be queued."
                + " The log of filter-audience names the campaign and the reason.",
            AlarmMetric.Counted(MetricName.UserAttributesLost),
            parent);
    }
}
