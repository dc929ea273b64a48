using Engagement.Definitions;
using Engagement.Definitions.Reminders;
using Engagement.Local.Cloud;
using Engagement.Local.Platforms;
using Engagement.Local.Upcoming;
using Engagement.Reminders;

namespace Engagement.Local.Control;

/// <summary>A reminder as the control API shows it, with the customers who wait for its messages.</summary>
internal sealed record ShownReminder
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What the file says of it; null when nothing.</summary>
    public required string? Description { get; init; }

    /// <summary>The user attribute that holds the date.</summary>
    public required string Date { get; init; }

    /// <summary>The segment of those who are reminded; null for each who has the date.</summary>
    public required string? Segment { get; init; }

    /// <summary>The template.</summary>
    public required string Template { get; init; }

    /// <summary>How many customers have a message ahead.</summary>
    public required int Customers { get; init; }

    /// <summary>The messages, the earliest before the date first.</summary>
    public required IReadOnlyList<ShownReminderMessage> Messages { get; init; }

    /// <summary>All reminders, in the order of the file.</summary>
    public static IReadOnlyList<ShownReminder> All(LocalCloud cloud, DefinitionSet definitions)
    {
        var (platform, reminders, now) = (RunningPlatform.From(cloud), new UpcomingReminders(definitions), cloud.Context.Clock.GetUtcNow());
        var ahead = (
            from profile in platform.Profiles
            from name in reminders.Hours(new("", profile.UserAttributes), now, DateTimeOffset.MaxValue).Select(each => each.Message.Name)
            select (Message: name, profile.Id)).ToList();
        var waiting = ahead.CountBy(each => each.Message).ToDictionary(StringComparer.Ordinal);
        var sent = platform.Outbox.Where(message => message.Origin?.Kind == "reminder")
            .CountBy(message => $"{message.Origin!.Name}.{message.Origin.Part}")
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. definitions.Reminders.Reminders.Select(reminder => new ShownReminder
            {
                Name = reminder.Name,
                Description = reminder.Description,
                Date = reminder.Date,
                Segment = reminder.Segment,
                Template = reminder.Template,
                Customers = ahead.Where(each => each.Message.StartsWith($"{reminder.Name}.", StringComparison.Ordinal))
                    .DistinctBy(each => each.Id)
                    .Count(),
                Messages = [.. reminder.Before.Select(before => Message(new(reminder, before), waiting, sent))],
            }),
        ];
    }

    private static ShownReminderMessage Message(
        ReminderMessage message, Dictionary<string, int> waiting, Dictionary<string, int> sent) => new(
            Reminder.NameOf(message.Before), waiting.GetValueOrDefault(message.Name), sent.GetValueOrDefault(message.Name));
}
