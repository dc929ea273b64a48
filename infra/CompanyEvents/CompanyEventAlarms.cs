using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>Alarms on failures that no call shows: customers went without a message, or without the user attributes that it sets.</summary>
internal sealed class CompanyEventAlarms : ComponentResource
{
    public CompanyEventAlarms(string name, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEventAlarms", name, options)
    {
        Create($"{name}-rules-missing", MetricName.CampaignRulesMissing,
            "A campaign's hook found no rule, and no customer got the message. The log of filter-audience names the campaign and the"
                + " reason. A campaign that was made by hand must not use the hook.");
        Create($"{name}-attributes-lost", MetricName.UserAttributesLost,
            "Customers got a message, but the user attributes that it sets are lost, because they could not be queued."
                + " The log of filter-audience names the campaign and the reason.");
        Create($"{name}-announcements-unknown", MetricName.AnnouncementsUnknown,
            "A journey or a message names an announcement that is not in the definitions, and nothing is launched. Read the log of"
                + " launch-campaigns. Cancel a journey of an earlier deployment that is still active.");
        RegisterOutputs();
    }

    private void Create(string name, string metric, string description) =>
        ThresholdAlarm.AboveZero(name, description, AlarmMetric.Counted(metric), this);
}
