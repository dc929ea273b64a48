using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Announcements;

/// <summary>Reads <c>announcements.yaml</c>; the format is documented at <see cref="AnnouncementCatalog"/>.</summary>
internal sealed class AnnouncementCatalogReader(DefinitionReader reader)
{
    private readonly AttributesReader attributesReader = new(reader);
    private readonly ScheduleReader schedule = new(reader);
    private readonly CampaignReader campaigns = new(reader);

    private readonly TopicReader topic = new(reader);

    /// <summary>The names that announcements and their campaigns refer to.</summary>
    public IEnumerable<NameUse> Uses => campaigns.Uses.Concat(topic.Uses);

    /// <returns>The catalog, to be used only when the reader reports no error; null when there is no telling what it would be.</returns>
    public AnnouncementCatalog? Read(string text) =>
        reader.Root(text, "'announcements'") is { } root && reader.Fields(root, "", "announcements") is { } fields
            ? new() { Announcements = Announcements(fields) }
            : null;

    private List<Announcement> Announcements(DefinitionFields file)
    {
        var announcements = new List<Announcement>();
        if (reader.Required(file, "announcements", "it lists what the whole company has to say") is not { } node)
        {
            return announcements;
        }

        foreach (var entry in reader.Entries(node, "announcements"))
        {
            if (Announcement(entry) is { } announcement)
            {
                announcements.Add(announcement);
            }
        }

        var journeys = announcements.Count(announcement => announcement.Via == AnnouncementRoute.Journey);
        if (journeys > reader.Limits.EventStartedJourneys)
        {
            reader.Report(
                node,
                "announcements",
                $"{journeys} announcements with 'via: journey'; {reader.Limits.Platform} takes at most "
                    + $"{reader.Limits.EventStartedJourneys} an account");
        }

        return announcements;
    }

    private Announcement? Announcement(DefinitionEntry entry)
    {
        var path = DefinitionReader.Join("announcements", entry.Name);
        if (DefinitionNameRule.Objection(entry.Name) is { } objection)
        {
            reader.Report(entry.Key, path, $"the name {objection}");
        }

        if (reader.Fields(entry.Value, path, "description", "via", "topic", "hold", "at", "attributes", "values", "campaigns")
            is not { } fields)
        {
            return null;
        }

        var via = Via(fields);
        var kinds = attributesReader.Read(fields);
        List<string> attributes = [.. kinds.Keys];
        var at = schedule.At(fields, via);
        return new()
        {
            Name = entry.Name,
            Description = reader.Text(fields, "description"),
            Via = via ?? AnnouncementRoute.Journey,
            Topic = topic.Read(fields),
            IsHeld = IsHeld(fields, via),
            At = at,
            Attributes = attributes,
            Kinds = kinds.Where(each => each.Value != AttributeKind.Text).ToDictionary(StringComparer.Ordinal),
            Values = schedule.Values(fields, via, kinds),
            Campaigns = campaigns.Read(fields, attributes, via, startsNow: via == AnnouncementRoute.Schedule && at is null),
        };
    }

    private AnnouncementRoute? Via(DefinitionFields fields)
    {
        const string key = "via";
        return reader.Required(fields, key, "one of journey, stepFunctions, schedule") is { } value
            ? reader.Word(value, fields.PathOf(key), "journey", "stepFunctions", "schedule") switch
            {
                "journey" => AnnouncementRoute.Journey,
                "stepFunctions" => AnnouncementRoute.StepFunctions,
                "schedule" => AnnouncementRoute.Schedule,
                _ => null,
            }
            : null;
    }

    private bool IsHeld(DefinitionFields fields, AnnouncementRoute? via)
    {
        const string key = "hold";
        var held = reader.Boolean(fields, key, otherwise: false);
        if (via == AnnouncementRoute.Schedule && fields.Value(key) is { } value)
        {
            reader.Report(value, fields.PathOf(key), "is for announcements that events start; with 'via: schedule', give a later 'at'");
        }

        return held;
    }
}
