using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>Alarms on what the functions of company events count when customers go without something, and no call fails.</summary>
internal sealed class CompanyEventAlarms : ComponentResource
{
    public CompanyEventAlarms(string name, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEventAlarms", name, options)
    {
        Create($"{name}-rules-missing", MetricName.CampaignRulesMissing,
            "A campaign's hook found no rule for it, and nobody got the message: the log of filter-audience names the campaign and the reason. Campaigns that were made by hand must not use the hook.");
        Create($"{name}-attributes-lost", MetricName.UserAttributesLost,
            "Customers got a message, but the user attributes that it sets could not be queued and are lost: the log of filter-audience names the campaign and the reason.");
        Create($"{name}-announcements-unknown", MetricName.AnnouncementsUnknown,
            "A journey or message names no announcement of the definitions, and nothing is launched: see the log of launch-campaigns, and cancel a journey of an earlier deployment that is still active.");
        RegisterOutputs();
    }

    private void Create(string name, string metric, string description) => ThresholdAlarm.AboveZero(name, description, AlarmMetric.Counted(metric), this);
}
