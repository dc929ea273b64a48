using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Queues;
using Engagement.Pinpoint.Journeys;
using Engagement.Reminders;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>
/// Reminders on Pinpoint. Each message has a segment, which a function moves on hour by hour, and a journey that reads the segment each
/// hour. Another function chooses which of its customers get the message now.
/// </summary>
internal static class SlidingReminders
{
    /// <summary>Declares them.</summary>
    /// <returns>The queue of hours that could not be handled.</returns>
    public static DeadLetterQueue Declare(string name, PinpointParts parts, ReminderLedger ledger, Resource parent)
    {
        var asChild = new ComponentResourceOptions { Parent = parent };
        var selector = new ReminderSelector("select-reminders", parts, ledger, asChild);
        IReadOnlyList<SlidingMessage> messages =
        [
            .. ReminderMessage.From(parts.Args.Definitions.Reminders)
                .Select(message => new SlidingMessage(ReminderJourney.NameOf(message), parts, message, selector, asChild)),
        ];
        var slider = new ReminderSlider("slide-reminders", parts, ledger, messages, asChild);
        return new ScheduledCall($"{name}-schedule", new()
        {
            Function = slider.Function,
            Schedule = "cron(0 * * * ? *)",
            Description = "The beginning of each hour, which has the segments of reminders moved on",
            GivenUp = $"Hours of {name}-schedule could not be handed to slide-reminders, or failed. Read its log."
                + " The next hour that succeeds catches up: delete the messages.",
        }, asChild).GivenUp;
    }
}
