using Engagement.Infra.Functions;
using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Has the launcher read the ledger every five minutes, and launch the events that are due and were not launched. Alarms tell of events
/// that it could not launch, and of checks that do not run.
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
            GivenUp = $"Checks of {name} could not be handed to launch-campaigns, or failed. Read its log."
                + " The next check that succeeds catches up: delete the messages.",
        }, new ComponentResourceOptions { Parent = this });
        ThresholdAlarm.AboveZero(
            $"{name}-alarm",
            "A company event is 15 minutes late or more, and the check could not launch it. The log of launch-campaigns names the event;"
                + " the ledger names the missing campaign and the reason. The check tries again every five minutes.",
            AlarmMetric.Counted(MetricName.CompanyEventsOverdue),
            this);
        ThresholdAlarm.Absent(
            $"{name}-missed",
            "No check for overdue company events ran for 15 minutes. Read the log of launch-campaigns, and see that its schedule is"
                + " enabled.",
            AlarmMetric.Counted(MetricName.CompanyEventChecks),
            FiveMinutes,
            LooksMissed,
            this);
        RegisterOutputs();
    }

    public ScheduledCall Call { get; }
}
