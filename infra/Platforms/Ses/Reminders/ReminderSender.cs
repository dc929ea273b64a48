using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Platforms.Ses.Sending;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Reminders;

/// <summary>The function that sends an hour's reminders: the index of dates tells it whose date is near enough.</summary>
internal static class ReminderSender
{
    public static void Declare(string name, SesParts parts, Resource parent)
    {
        var definitions = parts.Args.Definitions;
        _ = new HandlerFunction(name, new()
        {
            Handler = "SendReminders",
            Defaults = parts.Args.Functions,
            Definitions =
            [
                FunctionDefinition.From(definitions.TrackingPlan.ForDates),
                FunctionDefinition.From(definitions.Reminders.ForSending),
                FunctionDefinition.From(definitions.Segments.ForMembership(definitions.Reminders.SegmentNames)),
                FunctionDefinition.From(definitions.Topics.ForSending),
                FunctionDefinition.From(definitions.Templates.ForSending(definitions.Reminders.TemplateNames)),
            ],
            TimeoutSeconds = ShareQueue.TimeoutSeconds,
            Source = parts.ReminderShares.Source($"{name}-source", EmailSending.ReminderSenders),
            Grants =
            [
                parts.Customers.FindByDate,
                parts.Sending.ClaimDeliveries,
                parts.ReminderShares.Send,
                parts.SendMessages,
            ],
        }, new ComponentResourceOptions { Parent = parent });
    }
}
