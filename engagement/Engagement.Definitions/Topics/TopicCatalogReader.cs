namespace Engagement.Definitions.Topics;

/// <summary>Reads <c>topics.yaml</c>; the format is documented at <see cref="TopicsFile"/>.</summary>
internal sealed class TopicCatalogReader(DefinitionReader reader)
{
    // What fits a button of a page.
    internal const int LongestDescription = 100;

    /// <returns>The catalog, to be used only when the reader reports no error; null when there is no telling what it would be.</returns>
    public TopicCatalog? Read(string text)
    {
        if (reader.Root(text, "'topics'") is not { } root || reader.Fields(root, "", "topics", "link", "languages") is not { } fields)
        {
            return null;
        }

        var topics = Topics(fields);
        return new()
        {
            // Definitions that name no topic need theirs.
            Topics = [.. topics, .. TopicCatalog.Default.Topics.Where(topic => !topics.Exists(known => known.Name == topic.Name))],
            Link = Line(fields, "link") ?? TopicCatalog.DefaultLink,
            Languages = new PageLanguageReader(reader, Line).Read(fields, topics),
        };
    }

    private List<Topic> Topics(DefinitionFields file)
    {
        const string key = "topics";
        return reader.Required(file, key, "it lists what messages are about") is { } node
            ? [.. reader.Entries(node, key).Select(Topic).OfType<Topic>()]
            : [];
    }

    private Topic? Topic(DefinitionEntry entry)
    {
        var path = DefinitionReader.Join("topics", entry.Name);
        if (DefinitionNameRule.Objection(entry.Name) is { } objection)
        {
            reader.Report(entry.Key, path, $"the name {objection}");
        }

        if (reader.Fields(entry.Value, path, "description", "kind") is not { } fields)
        {
            return null;
        }

        _ = reader.Required(fields, "description", "customers read it where they choose");
        return new() { Name = entry.Name, Description = Line(fields, "description") ?? "", Kind = Kind(fields, entry.Name) };
    }

    private TopicKind Kind(DefinitionFields fields, string name)
    {
        const string key = "kind";
        if (reader.Required(fields, key, "one of marketing, transactional") is not { } value
            || reader.Word(value, fields.PathOf(key), "marketing", "transactional") != "transactional")
        {
            return TopicKind.Marketing;
        }

        if (TopicCatalog.Default.Find(name) is not null)
        {
            reader.Report(
                value,
                fields.PathOf(key),
                $"'{name}' is the topic of what names none, and has to be marketing; name the transactional topic where it is meant");
        }

        return TopicKind.Transactional;
    }

    private string? Line(DefinitionFields fields, string key) => Line(fields, key, LongestDescription);

    private string? Line(DefinitionFields fields, string key, int longest)
    {
        if (fields.Value(key) is not { } value || reader.Text(value, fields.PathOf(key)) is not { } text)
        {
            return null;
        }

        if (TextRule.Objection(text.Value) is { } unfit)
        {
            reader.Report(text, fields.PathOf(key), $"{unfit}; it is one line of text");
        }
        else if (text.Value.Trim().Length is var length && (length == 0 || length > longest))
        {
            reader.Report(text, fields.PathOf(key), $"has {length} characters; 1 to {longest} are possible");
        }

        return text.Value;
    }
}
