namespace Engagement.Infra.Reminders;

/// <summary>The definition files that the functions of reminders read.</summary>
internal static class ReminderFiles
{
    private const string Reminders = "reminders.yaml";

    /// <summary>The reminders, which an environment may do without, and other files.</summary>
    public static IReadOnlyList<string> Beside(string directory, params IEnumerable<string> others) =>
        [.. others, .. File.Exists(Path.Combine(directory, Reminders)) ? (IEnumerable<string>)[Reminders] : []];
}
