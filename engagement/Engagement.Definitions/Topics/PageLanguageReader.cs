using System.Text.RegularExpressions;

namespace Engagement.Definitions.Topics;

/// <summary>Reads the languages of the page on which customers choose; the format is documented at <see cref="TopicsFile"/>.</summary>
/// <param name="reader">Collects what is wrong.</param>
/// <param name="line">Reads one line of text of a key.</param>
internal sealed partial class PageLanguageReader(DefinitionReader reader, Func<DefinitionFields, string, int, string?> line)
{
    private const string Key = "languages";
    private const string TopicsKey = "topics";

    // A line or two on a telephone.
    private const int LongestText = 200;

    private static readonly string[] Texts =
    [
        "title", "stop", "stopped", "choose", "save", "none", "remaining", "invalid", "invalidHelp", "unavailable", "unavailableHelp",
    ];

    /// <param name="file">The file's root.</param>
    /// <param name="topics">The topics that the file lists.</param>
    public IReadOnlyList<PageLanguage> Read(DefinitionFields file, IReadOnlyList<Topic> topics) => file.Value(Key) is { } node
        ? [.. reader.Entries(node, Key).Select(entry => Language(entry, topics)).OfType<PageLanguage>()]
        : [];

    private PageLanguage? Language(DefinitionEntry entry, IReadOnlyList<Topic> topics)
    {
        var path = DefinitionReader.Join(Key, entry.Name);
        if (!Tag().IsMatch(entry.Name))
        {
            reader.Report(entry.Key, path, $"'{entry.Name}' is no tag of a language, such as de, pt-BR or zh-Hant");
        }

        if (reader.Fields(entry.Value, path, [.. Texts, TopicsKey]) is not { } fields)
        {
            return null;
        }

        var texts = Texts.ToDictionary(key => key, key => Text(fields, key), StringComparer.Ordinal);
        if (fields.Value("stop") is { } at && !texts["stop"].Contains(PageLanguage.TopicPlace, StringComparison.Ordinal))
        {
            reader.Report(at, fields.PathOf("stop"), $"holds no {PageLanguage.TopicPlace}, in whose place the topic's description comes");
        }

        return Create(entry.Name, texts, Descriptions(fields, topics));
    }

    private string Text(DefinitionFields fields, string key)
    {
        _ = reader.Required(fields, key, "customers read no page in two languages");
        return line(fields, key, LongestText) ?? "";
    }

    private Dictionary<string, string> Descriptions(DefinitionFields language, IReadOnlyList<Topic> topics)
    {
        string[] shown = [.. topics.Where(topic => topic.Kind == TopicKind.Marketing).Select(topic => topic.Name)];
        // What names no topic has one, too, which the file need not list.
        string[] known = [.. shown.Union(TopicCatalog.Default.Topics.Select(topic => topic.Name), StringComparer.Ordinal)];
        if (reader.Required(language, TopicsKey, "it says what each topic is about") is not { } node
            || reader.Fields(node, language.PathOf(TopicsKey), known) is not { } fields)
        {
            return [];
        }

        foreach (var topic in shown)
        {
            _ = reader.Required(fields, topic, "customers can leave this topic, and read what it is about");
        }

        return known.Select(topic => (Topic: topic, Text: line(fields, topic, TopicCatalogReader.LongestDescription)))
            .Where(each => each.Text is not null)
            .ToDictionary(each => each.Topic, each => each.Text!, StringComparer.Ordinal);
    }

    private static PageLanguage Create(string tag, Dictionary<string, string> texts, Dictionary<string, string> topics) => new()
    {
        Tag = tag,
        Title = texts["title"],
        Stop = texts["stop"],
        Stopped = texts["stopped"],
        Choose = texts["choose"],
        Save = texts["save"],
        None = texts["none"],
        Remaining = texts["remaining"],
        Invalid = texts["invalid"],
        InvalidHelp = texts["invalidHelp"],
        Unavailable = texts["unavailable"],
        UnavailableHelp = texts["unavailableHelp"],
        Topics = topics,
    };

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
