using Engagement.CompanyEvents;

namespace Engagement.Definitions.Announcements;

/// <summary>Reads the <c>attributes</c> of an announcement: a list of names, or a mapping of names to kinds.</summary>
internal sealed class AttributesReader(DefinitionReader reader)
{
    private const string Key = "attributes";

    /// <returns>The kind of each attribute, in the order of the file.</returns>
    public OrderedDictionary<string, AttributeKind> Read(DefinitionFields announcement)
    {
        var kinds = new OrderedDictionary<string, AttributeKind>(StringComparer.Ordinal);
        if (announcement.Value(Key) is DefinitionMapping mapping)
        {
            foreach (var entry in reader.Entries(mapping, announcement.PathOf(Key)))
            {
                var path = DefinitionReader.Join(announcement.PathOf(Key), entry.Name);
                CheckName(entry.Key, path);
                kinds[entry.Name] = Kind(entry.Value, path);
            }
        }
        else
        {
            foreach (var (name, path) in reader.Names(announcement, Key))
            {
                CheckName(name, path);
                kinds[name.Value] = AttributeKind.Text;
            }
        }

        RefuseTooMany(announcement, kinds.Count);
        return kinds;
    }

    private void CheckName(DefinitionScalar name, string path)
    {
        if (EventAttributes.NameObjection(name.Value) is { } objection)
        {
            reader.Report(name, path, $"the name {objection}");
        }
    }

    private AttributeKind Kind(DefinitionNode value, string path) =>
        reader.Word(value, path, "text", "url") == "url" ? AttributeKind.Url : AttributeKind.Text;

    private void RefuseTooMany(DefinitionFields announcement, int count)
    {
        if (count > EventAttributes.Most)
        {
            reader.Report(
                announcement.Value(Key)!,
                announcement.PathOf(Key),
                $"{count} attributes; at most {Limits.AttributesAndMetrics} an event are possible, and one is the event's id");
        }
    }
}
