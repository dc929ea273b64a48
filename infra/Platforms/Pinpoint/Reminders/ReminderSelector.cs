using Engagement.Definitions.Functions;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Functions;
using Engagement.Infra.Observability;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Infra.Reminders;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>The function that journeys ask who gets a reminder now.</summary>
internal sealed class ReminderSelector : ComponentResource
{
    // "Customizing messages with AWS Lambda" in the Pinpoint developer guide.
    private const int TimeoutSeconds = 15;

    public ReminderSelector(string name, RemindersArgs args, ReminderLedger ledger, ComponentResourceOptions? options = null)
        : base("engagement:reminders:ReminderSelector", name, options)
    {
        Function = new HandlerFunction(name, new()
        {
            Handler = "SelectReminders",
            Settings = args.Settings.Handlers,
            Definitions = [FunctionDefinition.From(args.Definitions.TrackingPlan.ForDates), FunctionDefinition.From(args.Definitions.Reminders.ForReminding)],
            TimeoutSeconds = TimeoutSeconds,
            Environment = new InputMap<string>
            {
                { "STACK", Pulumi.Deployment.Instance.StackName },
                { "LEDGER_TABLE", ledger.Table.Name },
            },
            Statements =
            [
                new("ClaimReminders") { Actions = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"], Resources = [ledger.Table.Arn] },
            ],
        }, new ComponentResourceOptions { Parent = this });
        Permission = PinpointPermission.Create($"{name}-permission", Function, args.Pinpoint.App, "journeys/*", this);
        _ = new AboveZeroAlarm($"{name}-unknown", new()
        {
            Description = "A journey asks for a reminder that the function's definitions do not hold, and nobody gets it: deploy the stack.",
            Namespace = MetricName.Namespace,
            Metric = MetricName.RemindersUnknown,
            Statistic = "Sum",
            Dimensions = new InputMap<string> { { "Stack", Pulumi.Deployment.Instance.StackName } },
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public HandlerFunction Function { get; }

    /// <summary>Pinpoint's permission to call the function from journeys.</summary>
    public Aws.Lambda.Permission Permission { get; }
}
