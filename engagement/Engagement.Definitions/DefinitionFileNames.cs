namespace Engagement.Definitions;

/// <summary>The files of a folder of definitions.</summary>
public static class DefinitionFileNames
{
    /// <summary>The tracking plan, the one file that has to be there.</summary>
    public const string Events = "events.yaml";

    public const string Segments = "segments.yaml";

    public const string Announcements = "announcements.yaml";

    public const string Reminders = "reminders.yaml";

    public const string Journeys = "journeys.yaml";

    public const string Topics = "topics.yaml";

    /// <summary>The folder with a folder for each message template.</summary>
    public const string Templates = "templates";
}
