using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Reminders;

namespace Engagement.Definitions.Functions;

/// <summary>What one function gets of the definitions, as a file beside its code.</summary>
/// <param name="Name">The file's name, such as <c>events.json</c>.</param>
/// <param name="Json">Its text.</param>
public sealed record FunctionDefinition(string Name, string Json)
{
    /// <summary>The tracking plan.</summary>
    public static FunctionDefinition From(TrackingPlan plan) => From("events.json", plan, TrackingPlanJson.Default.TrackingPlan);

    /// <summary>The announcements.</summary>
    public static FunctionDefinition From(AnnouncementCatalog catalog) =>
        From("announcements.json", catalog, AnnouncementsJson.Default.AnnouncementCatalog);

    /// <summary>The reminders.</summary>
    public static FunctionDefinition From(ReminderCatalog catalog) =>
        From("reminders.json", catalog, RemindersJson.Default.ReminderCatalog);

    private static FunctionDefinition From<T>(string name, T definition, JsonTypeInfo<T> json) =>
        new(name, JsonSerializer.Serialize(definition, json));
}
