using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability;
using Engagement.Pinpoint.Journeys;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>The function that journeys ask who gets a reminder now.</summary>
internal sealed class ReminderSelector : ComponentResource
{
    public ReminderSelector(string name, PinpointParts parts, ReminderLedger ledger, ComponentResourceOptions? options = null)
        : base("engagement:reminders:ReminderSelector", name, options)
    {
        Function = new HandlerFunction(name, new()
        {
            Handler = "SelectReminders",
            Defaults = parts.Args.Functions,
            Definitions =
            [
                FunctionDefinition.From(parts.Args.Definitions.TrackingPlan.ForDates),
                FunctionDefinition.From(parts.Args.Definitions.Reminders.ForReminding),
            ],
            TimeoutSeconds = (int)JourneyCall.Patience.TotalSeconds,
            Grants = [ledger.Allow("ClaimReminders", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem")],
        }, new ComponentResourceOptions { Parent = this });
        Permission = PinpointPermission.Create($"{name}-permission", Function, parts.App, "journeys/*", this);
        ThresholdAlarm.AboveZero(
            $"{name}-unknown",
            "A journey asks for a reminder that select-reminders does not know, and no customer gets it. Deploy the stack.",
            AlarmMetric.Counted(MetricName.RemindersUnknown),
            this);
        RegisterOutputs();
    }

    public HandlerFunction Function { get; }

    /// <summary>Pinpoint's permission to call the function from journeys.</summary>
    public Aws.Lambda.Permission Permission { get; }
}
