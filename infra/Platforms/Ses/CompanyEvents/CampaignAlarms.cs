using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.CompanyEvents;

/// <summary>Alarms on failures of sending campaigns that no call shows.</summary>
internal static class CampaignAlarms
{
    public static void Declare(string name, Resource parent) => ThresholdAlarm.AboveZero(
        $"{name}-attributes-lost",
        "Customers got a message, but the user attributes that it sets were refused, because a customer would hold more than is possible."
            + " The log of send-campaign names the campaign and the reason.",
        AlarmMetric.Counted(MetricName.UserAttributesLost),
        parent);
}
