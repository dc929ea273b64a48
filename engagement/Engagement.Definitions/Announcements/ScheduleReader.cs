using Engagement.Times;

namespace Engagement.Definitions.Announcements;

/// <summary>Reads what <c>via: schedule</c> brings along: when the campaigns start, and the values that no event carries.</summary>
internal sealed class ScheduleReader(DefinitionReader reader)
{
    private const string AtKey = "at";
    private const string ValuesKey = "values";

    /// <returns>Null for now, for an announcement that is not scheduled, and after a report.</returns>
    public DateTimeOffset? At(DefinitionFields announcement, AnnouncementRoute? via)
    {
        if (via != AnnouncementRoute.Schedule)
        {
            RefuseWithout(announcement, AtKey, via);
            return null;
        }

        if (reader.Required(
            announcement,
            AtKey,
            "'via: schedule' needs it: now, or an instant with an offset, such as 2026-12-01T09:00:00Z") is not { } value
            || reader.Text(value, announcement.PathOf(AtKey)) is not { Value: not "now" } text)
        {
            return null;
        }

        var at = IsoInstant.Parse(text.Value);
        if (at is null)
        {
            reader.Report(
                value,
                announcement.PathOf(AtKey),
                $"'{text.Value}' is neither now nor an instant with an offset, such as 2026-12-01T09:00:00Z");
        }

        return at;
    }

    public Dictionary<string, string> Values(
        DefinitionFields announcement, AnnouncementRoute? via, OrderedDictionary<string, AttributeKind> attributes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (via != AnnouncementRoute.Schedule)
        {
            RefuseWithout(announcement, ValuesKey, via);
            return values;
        }

        var path = announcement.PathOf(ValuesKey);
        foreach (var entry in announcement.Value(ValuesKey) is { } node ? reader.Entries(node, path) : [])
        {
            values.Add(entry.Name, Value(entry, DefinitionReader.Join(path, entry.Name), attributes));
        }

        foreach (var attribute in attributes.Keys.Where(attribute => !values.ContainsKey(attribute)))
        {
            reader.Report(
                announcement.Value(ValuesKey) ?? announcement.Mapping,
                DefinitionReader.Join(path, attribute),
                "is missing; no event carries the attributes of 'via: schedule', so each needs a value here");
        }

        return values;
    }

    private string Value(DefinitionEntry entry, string path, OrderedDictionary<string, AttributeKind> attributes)
    {
        if (!attributes.TryGetValue(entry.Name, out var kind))
        {
            reader.Report(entry.Key, path, $"is none of the announcement's attributes{NearestName.Hint(entry.Name, [.. attributes.Keys])}");
        }

        if (reader.Text(entry.Value, path) is not { } text)
        {
            return "";
        }

        if (CompanyEvents.EventAttributes.ValueObjection(text.Value) is { } objection)
        {
            reader.Report(text, path, objection);
        }
        else if (CompanyEvents.EventAttributes.KindObjection(kind, text.Value) is { } unfit)
        {
            reader.Report(text, path, unfit);
        }

        return text.Value;
    }

    private void RefuseWithout(DefinitionFields announcement, string key, AnnouncementRoute? via)
    {
        // Whether the key is out of place is unknown while 'via' is wrong itself.
        if (via is not null && announcement.Known.TryGetValue(key, out var entry))
        {
            reader.Report(entry.Key, announcement.PathOf(key), "only 'via: schedule' has it; elsewhere the event says");
        }
    }
}
