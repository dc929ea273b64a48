using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Functions;

/// <summary>What one function gets of the definitions, as a file beside its code.</summary>
/// <param name="Name">The file's name, such as <c>events.json</c>.</param>
/// <param name="Json">Its text.</param>
public sealed record FunctionDefinition(string Name, string Json)
{
    /// <summary>The tracking plan.</summary>
    public static FunctionDefinition From(TrackingPlan plan) => From(DeployedDefinitions.TrackingPlan, plan);

    /// <summary>The announcements.</summary>
    public static FunctionDefinition From(AnnouncementCatalog catalog) => From(DeployedDefinitions.Announcements, catalog);

    /// <summary>The reminders.</summary>
    public static FunctionDefinition From(ReminderCatalog catalog) => From(DeployedDefinitions.Reminders, catalog);

    /// <summary>The journeys.</summary>
    public static FunctionDefinition From(JourneyCatalog catalog) => From(DeployedDefinitions.Journeys, catalog);

    /// <summary>The segments.</summary>
    public static FunctionDefinition From(SegmentCatalog catalog) => From(DeployedDefinitions.Segments, catalog);

    /// <summary>The topics.</summary>
    public static FunctionDefinition From(TopicCatalog catalog) => From(DeployedDefinitions.Topics, catalog);

    /// <summary>The message templates.</summary>
    public static FunctionDefinition From(IEnumerable<MessageTemplate> templates) => From(
        DeployedDefinitions.Templates,
        templates.OrderBy(template => template.Name, StringComparer.Ordinal)
            .ToDictionary(template => template.Name, StringComparer.Ordinal));

    private static FunctionDefinition From<T>(DeployedDefinition<T> file, T definition) => new(file.File, file.Write(definition));
}
