using Engagement.Definitions.Announcements;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Reminders;

/// <summary>Reads <c>reminders.yaml</c>; the format is documented at <see cref="ReminderCatalog"/>.</summary>
internal sealed class ReminderCatalogReader(DefinitionReader reader)
{
    private readonly List<NameUse> uses = [];
    private readonly ReminderTimesReader times = new(reader);
    private readonly CustomerRuleReader customer = new(reader);
    private readonly TopicReader topic = new(reader);

    /// <summary>The names that reminders refer to.</summary>
    public IEnumerable<NameUse> Uses => uses.Concat(customer.Uses).Concat(topic.Uses);

    /// <returns>The catalog, to be used only when the reader reports no error; null when there is no telling what it would be.</returns>
    public ReminderCatalog? Read(string text) =>
        reader.Root(text, "'reminders'") is { } root && reader.Fields(root, "", "reminders") is { } fields
            ? new() { Reminders = Reminders(fields) }
            : null;

    private List<Reminder> Reminders(DefinitionFields file)
    {
        var reminders = new List<Reminder>();
        if (reader.Required(file, "reminders", "it lists what customers are reminded of") is not { } node)
        {
            return reminders;
        }

        foreach (var entry in reader.Entries(node, "reminders"))
        {
            if (Reminder(entry) is { } reminder)
            {
                reminders.Add(reminder);
            }
        }

        return reminders;
    }

    private Reminder? Reminder(DefinitionEntry entry)
    {
        var path = DefinitionReader.Join("reminders", entry.Name);
        if (DefinitionNameRule.Objection(entry.Name) is { } objection)
        {
            reader.Report(entry.Key, path, $"the name {objection}");
        }

        if (reader.Fields(entry.Value, path, "description", "date", "before", "template", "topic", "segment", "skipIf", "between")
            is not { } fields)
        {
            return null;
        }

        return new()
        {
            Name = entry.Name,
            Description = reader.Text(fields, "description"),
            Date = Reference(fields, "date", NameKind.Date, "a user attribute of dates.attributes in events.yaml") ?? "",
            Before = times.Before(fields),
            Template = Reference(fields, "template", NameKind.Template, "a folder of templates/") ?? "",
            Segment = fields.Value("segment") is null ? null : Reference(fields, "segment", NameKind.Segment, "a name of segments.yaml"),
            Topic = topic.Read(fields),
            SkipIf = customer.When(fields, "skipIf"),
            Between = times.Between(fields),
        };
    }

    private string? Reference(DefinitionFields fields, string key, NameKind kind, string expected)
    {
        if (reader.Required(fields, key, expected) is not { } value || reader.Text(value, fields.PathOf(key)) is not { } name)
        {
            return null;
        }

        uses.Add(new(kind, name.Value, name, fields.PathOf(key)));
        return name.Value;
    }
}
