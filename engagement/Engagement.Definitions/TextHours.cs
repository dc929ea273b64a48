using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions;

/// <summary>
/// When reminders and journeys may send text messages that are marketing: a telephone rings at night, and several countries forbid it
/// ("SMS limitations" in the AWS End User Messaging SMS user guide).
/// </summary>
/// <param name="topics">The topics.</param>
/// <param name="templates">The templates.</param>
internal sealed class TextHours(TopicCatalog topics, IReadOnlyList<TemplateFiles> templates)
{
    private const int MinutesPerHour = 60;

    /// <summary>08:00 to 20:00 in the customer's zone.</summary>
    private static readonly AllowedHours Usual = new(8 * MinutesPerHour, 20 * MinutesPerHour);

    /// <summary>The reminders, of which each that needs hours and has none has these.</summary>
    public ReminderCatalog Hold(ReminderCatalog catalog) => catalog with
    {
        Reminders =
        [
            .. catalog.Reminders.Select(each => each.Between is null && IsMarketing(each.Topic ?? Topic.Reminders) && Texts(each.Template)
                ? each with { Between = Usual }
                : each),
        ],
    };

    /// <summary>The journeys, of which each that needs hours and has none has these for all its messages.</summary>
    public JourneyCatalog Hold(JourneyCatalog catalog) => catalog with
    {
        Journeys =
        [
            .. catalog.Journeys.Select(
                each => each.Between is null && IsMarketing(each.Topic ?? Topic.Journeys) && each.Templates.Any(Texts)
                    ? each with { Between = Usual }
                    : each),
        ],
    };

    private bool IsMarketing(string topic) => topics.Get(topic).Kind == TopicKind.Marketing;

    private bool Texts(string template) => templates.Any(files => files.Template.Name == template && files.Template.Text is not null);
}
