using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Reminders;

/// <summary>
/// When reminders may come that are text messages and marketing: a telephone rings at night, and several countries forbid it
/// ("SMS limitations" in the AWS End User Messaging SMS user guide).
/// </summary>
internal static class TextHours
{
    private const int MinutesPerHour = 60;

    /// <summary>08:00 to 20:00 in the customer's zone.</summary>
    public static AllowedHours Default { get; } = new(8 * MinutesPerHour, 20 * MinutesPerHour);

    /// <summary>The catalog in which each such reminder without hours of its own has these.</summary>
    public static ReminderCatalog Hold(ReminderCatalog catalog, TopicCatalog topics, IReadOnlyList<TemplateFiles> templates) =>
        catalog with
        {
            Reminders =
            [
                .. catalog.Reminders.Select(each => Needs(each, topics, templates) ? each with { Between = Default } : each),
            ],
        };

    private static bool Needs(Reminder reminder, TopicCatalog topics, IReadOnlyList<TemplateFiles> templates) =>
        reminder.Between is null
            && topics.Get(reminder.Topic ?? Topic.Reminders).Kind == TopicKind.Marketing
            && templates.Any(files => files.Template.Name == reminder.Template && files.Template.Text is not null);
}
