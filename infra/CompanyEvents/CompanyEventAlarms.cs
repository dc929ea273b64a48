using Engagement.Infra.Observability;
using Engagement.Infra.Platforms;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>Alarms on failures that no call shows: customers went without a message, or without the user attributes that it sets.</summary>
internal sealed class CompanyEventAlarms : ComponentResource
{
    public CompanyEventAlarms(string name, IAnnouncements campaigns, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEventAlarms", name, options)
    {
        campaigns.DeclareAlarms(name, this);
        ThresholdAlarm.AboveZero(
            $"{name}-announcements-unknown",
            "A journey or a message names an announcement that is not in the definitions, and nothing is launched. Read the log of"
                + " launch-campaigns. Cancel a journey of an earlier deployment that is still active.",
            AlarmMetric.Counted(MetricName.AnnouncementsUnknown),
            this);
        RegisterOutputs();
    }
}
