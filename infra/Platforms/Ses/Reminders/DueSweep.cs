using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Reminders;

/// <summary>
/// Looks each minute for what is due: runs of campaigns, announcements with a date, the hour's reminders. It queues their work and does
/// none itself.
/// </summary>
internal static class DueSweep
{
    // An hour of reminders is several hundred calls at most: one for each message and shard.
    private const int TimeoutSeconds = 60;

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
                parts.Campaigns.AllowRuns("StartRuns", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
                new() { Statements = [parts.Campaigns.FindDueRuns] },
                ledger.Allow("KeepHours", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                parts.CampaignShares.Send,
                parts.ReminderShares.Send,
            ],
        }, asChild);
        return new ScheduledCall($"{name}-schedule", new()
        {
            Function = function,
            Schedule = "rate(1 minute)",
            Description = "Has campaigns and reminders sent that are due",
            GivenUp = $"Sweeps of {name}-schedule could not be handed to {name}, or failed. Read its log."
                + " The next sweep that succeeds catches up: delete the messages.",
        }, asChild).GivenUp;
    }
}
