namespace Engagement.Definitions.Reminders;

/// <summary>What customers are reminded of.</summary>
public sealed record ReminderCatalog
{
    /// <summary>A catalog without reminders, as a missing file means.</summary>
    public static ReminderCatalog Empty { get; } = new() { Reminders = [] };

    /// <summary>The reminders, in the order of the file; each name once.</summary>
    public required IReadOnlyList<Reminder> Reminders { get; init; }

    /// <summary>The reminder of this name; null when there is none.</summary>
    public Reminder? Find(string name) => Reminders.FirstOrDefault(reminder => reminder.Name == name);
}
