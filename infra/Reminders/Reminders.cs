using Engagement.Infra.Functions;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.Reminders;
using Engagement.Reminders;
using Pulumi;

namespace Engagement.Infra.Reminders;

/// <summary>
/// Dates of customers, and the messages before them: a segment for each message, which a function moves on hour by hour, a journey that looks at it
/// each hour, and a function that chooses who of those in it gets the message now.
/// </summary>
internal sealed class Reminders : ComponentResource
{
    public Reminders(string name, RemindersArgs args, ComponentResourceOptions? options = null)
        : base("engagement:reminders:Reminders", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Ledger = new ReminderLedger($"{name}-ledger", args.Settings.CompanyEvents.ProtectLedgers, asChild);
        Selector = new ReminderSelector("select-reminders", args, Ledger, asChild);
        Messages =
        [
            .. ReminderMessage.AllOf(args.Definitions.Reminders).Select(message => new SlidingMessage(
                message.JourneyName,
                new() { Message = message, Provisioner = args.Provisioner, Audience = args.Audience, Selector = Selector, From = args.Settings.Email?.FromAddress },
                asChild)),
        ];
        Slider = new ReminderSlider("slide-reminders", args, Ledger, Messages, asChild);
        Schedule = new ScheduledCall($"{name}-schedule", new()
        {
            Function = Slider.Function,
            Schedule = "cron(0 * * * ? *)",
            Description = "The beginning of each hour, which has the segments of reminders moved on",
            GivenUp = $"Hours of {name}-schedule could not be handed to slide-reminders, or failed: see its log."
                + " The next one that succeeds catches up; the messages can be deleted.",
        }, asChild);
        RegisterOutputs();
    }

    public ReminderLedger Ledger { get; }

    public ReminderSelector Selector { get; }

    public IReadOnlyList<SlidingMessage> Messages { get; }

    public ReminderSlider Slider { get; }

    /// <summary>The beginning of each hour.</summary>
    public ScheduledCall Schedule { get; }
}
