using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability;
using Engagement.Infra.Queues;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Reminders;

/// <summary>
/// Looks each minute for what is due: runs of campaigns, announcements with a date, the hour's reminders, customers in journeys. It queues
/// their work and does none itself.
/// </summary>
internal static class DueSweep
{
    // An hour of reminders is several hundred calls at most: one for each message and shard.
    private const int TimeoutSeconds = 60;

    private const int FiveMinutes = 300;
    private const int SweepsMissed = 3;

    /// <returns>The queue of sweeps that were given up.</returns>
    public static DeadLetterQueue Declare(string name, SesParts parts, ReminderLedger ledger, Resource parent)
    {
        var asChild = new ComponentResourceOptions { Parent = parent };
        var definitions = parts.Args.Definitions;
        var function = new HandlerFunction(name, new()
        {
            Handler = "SweepDue",
            Defaults = parts.Args.Functions,
            Definitions =
            [
                FunctionDefinition.From(definitions.Announcements.ForLaunching),
                FunctionDefinition.From(definitions.Reminders.ForReminding),
            ],
            TimeoutSeconds = TimeoutSeconds,
            Grants =
            [
                parts.Sending.AllowRuns("StartRuns", "dynamodb:PutItem", "dynamodb:UpdateItem"),
                new() { Statements = [parts.Sending.FindDueRuns] },
                ledger.Allow("KeepHours", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                parts.CampaignShares.Send,
                parts.ReminderShares.Send,
                parts.Args.Journeys.FindDue,
                parts.CustomersToMove.CountAndSend,
            ],
        }, asChild);
        DeclareAlarms(name, parent);
        return new ScheduledCall($"{name}-schedule", new()
        {
            Function = function,
            Schedule = "rate(1 minute)",
            Description = "Has campaigns, reminders and journeys' messages sent that are due",
            GivenUp = $"Sweeps of {name}-schedule could not be handed to {name}, or failed. Read its log."
                + " The next sweep that succeeds catches up: delete the messages.",
        }, asChild).GivenUp;
    }

    private static void DeclareAlarms(string name, Resource parent)
    {
        ThresholdAlarm.Absent(
            $"{name}-missed",
            $"{name} has not come to its end for 15 minutes, so no campaign with a date, no reminder and no journey's message goes out. Read its log, and see that"
                + " its schedule is enabled. The next sweep catches up.",
            AlarmMetric.Counted(MetricName.DueSweeps),
            FiveMinutes,
            SweepsMissed,
            parent);
        ThresholdAlarm.AboveZero(
            $"{name}-starts-failed",
            $"A campaign that is due could not be begun. The log of {name} names the campaign and the reason. It tries again each minute.",
            AlarmMetric.Counted(MetricName.RunStartsFailed),
            parent);
    }
}
