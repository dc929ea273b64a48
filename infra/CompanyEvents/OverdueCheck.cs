using Engagement.Infra.Functions;
using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Has the launcher look into the ledger every five minutes, and launch what is due and was not launched. Alarms tell of what it could not launch, and when it does not look.
/// </summary>
internal sealed class OverdueCheck : ComponentResource
{
    // Well within the 15 minutes after which an event is overdue, and the period of the alarm.
    private const string Schedule = "rate(5 minutes)";
    private const int FiveMinutes = 300;
    private const int LooksMissed = 3;

    public OverdueCheck(string name, HandlerFunction launcher, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:OverdueCheck", name, options)
    {
        Call = new ScheduledCall(name, new()
        {
            Function = launcher,
            Schedule = Schedule,
            Description = "Has company events launched that are due and were not",
            GivenUp = $"Checks of {name} could not be handed to launch-campaigns, or failed: see its log."
                + " The next one that succeeds catches up; the messages can be deleted.",
        }, new ComponentResourceOptions { Parent = this });
        ThresholdAlarm.AboveZero(
            $"{name}-alarm",
            "A company event should have been launched 15 minutes ago or longer, and the check could not do it either: the log of launch-campaigns names the event,"
                + " and the ledger says which campaign is missing and why. It is tried again every five minutes.",
            AlarmMetric.Counted(MetricName.CompanyEventsOverdue),
            this);
        ThresholdAlarm.Absent(
            $"{name}-missed",
            "No check of company events ran for a quarter of an hour: see the log of launch-campaigns, and whether its schedule is enabled.",
            AlarmMetric.Counted(MetricName.CompanyEventChecks),
            FiveMinutes,
            LooksMissed,
            this);
        RegisterOutputs();
    }

    public ScheduledCall Call { get; }
}
