using Engagement.Infra.Functions;
using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Looks into the ledger every five minutes for events that should be launched by now, since a journey that never calls would be noticed by nobody.
/// </summary>
internal sealed class OverdueCheck : ComponentResource
{
    // Well within the 15 minutes after which an event is overdue, and the period of the alarm.
    private const string Schedule = "rate(5 minutes)";

    public OverdueCheck(string name, HandlerFunction launcher, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:OverdueCheck", name, options)
    {
        Call = new ScheduledCall(name, new()
        {
            Function = launcher,
            Schedule = Schedule,
            Description = "Looks for company events that are overdue",
            GivenUp = $"Checks of {name} could not be handed to launch-campaigns, or failed: see its log."
                + " The next one that succeeds catches up; the messages can be deleted.",
        }, new ComponentResourceOptions { Parent = this });
        _ = new AboveZeroAlarm($"{name}-alarm", new()
        {
            Description = "A company event came 15 minutes ago or longer and is not launched: the log of launch-campaigns names it. Look at its queue's dead-letter queue"
                + " and at the journey; sending the event again with its id triggers it again.",
            Namespace = MetricName.Namespace,
            Metric = MetricName.CompanyEventsOverdue,
            Statistic = "Sum",
            Dimensions = new InputMap<string> { { "Stack", Pulumi.Deployment.Instance.StackName } },
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public ScheduledCall Call { get; }
}
