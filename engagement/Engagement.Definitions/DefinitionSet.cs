using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions;

/// <summary>Everything that <c>definitions/</c> says, each file in itself and all of them together.</summary>
public sealed record DefinitionSet
{
    /// <summary>What the pixel accepts: <c>events.yaml</c>.</summary>
    public required TrackingPlan TrackingPlan { get; init; }

    /// <summary>Groups of customers: <c>segments.yaml</c>; none when there is no such file.</summary>
    public required SegmentCatalog Segments { get; init; }

    /// <summary>Events of the whole company: <c>announcements.yaml</c>; none when there is no such file.</summary>
    public required AnnouncementCatalog Announcements { get; init; }

    /// <summary>Dates that customers are reminded of: <c>reminders.yaml</c>; none when there is no such file.</summary>
    public required ReminderCatalog Reminders { get; init; }

    /// <summary>What answers customers' own events: <c>journeys.yaml</c>; nothing when there is no such file.</summary>
    public required JourneyCatalog Journeys { get; init; }

    /// <summary>
    /// What messages are about: <c>topics.yaml</c>; <see cref="TopicCatalog.Default"/> when there is no such file.
    /// </summary>
    public required TopicCatalog Topics { get; init; }

    /// <summary>Messages: <c>templates/</c>, by name; none when there is no such folder.</summary>
    public required IReadOnlyList<MessageTemplate> Templates { get; init; }

    /// <summary>The templates by name, made at each call.</summary>
    public Dictionary<string, MessageTemplate> TemplatesByName() =>
        Templates.ToDictionary(template => template.Name, StringComparer.Ordinal);

    /// <summary>
    /// Reads all definitions. Each file's own rules hold. Every segment, template, topic and attribute that is named exists. A definition
    /// sets everything that a template shows. No event of the tracking plan has an announcement's name.
    /// </summary>
    /// <param name="directory">The folder; errors name its files as it is given here.</param>
    /// <param name="limits">What the platform takes.</param>
    /// <exception cref="DefinitionException">A definition breaks a rule. It names every error of every file.</exception>
    public static DefinitionSet Load(string directory, PlatformLimits limits) => new DefinitionSetReader(directory, limits).Read();
}
