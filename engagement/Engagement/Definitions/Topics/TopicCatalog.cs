namespace Engagement.Definitions.Topics;

/// <summary>The topics of messages: <c>definitions/topics.yaml</c>.</summary>
public sealed record TopicCatalog
{
    /// <summary>The words of the link by which customers unsubscribe, where the definitions give none.</summary>
    public const string DefaultLink = "Unsubscribe";

    /// <summary>The topics that hold where there is no file: those of definitions that name none.</summary>
    public static TopicCatalog Default { get; } = new()
    {
        Topics =
        [
            new() { Name = Topic.Announcements, Description = "News and offers" },
            new() { Name = Topic.Reminders, Description = "Reminders of your dates" },
            new() { Name = Topic.Journeys, Description = "Messages about what you did" },
        ],
    };

    /// <summary>The topics, in the order in which customers see them.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>The words of the link by which customers unsubscribe.</summary>
    public string Link { get; init; } = DefaultLink;

    /// <summary>The languages of the page where customers choose, beside English.</summary>
    public IReadOnlyList<PageLanguage> Languages { get; init; } = [];

    /// <summary>The topics from which customers can unsubscribe.</summary>
    public IEnumerable<Topic> Marketing => Topics.Where(topic => topic.Kind == TopicKind.Marketing);

    /// <summary>The topic of a name; null when there is none.</summary>
    public Topic? Find(string name) => Topics.FirstOrDefault(topic => topic.Name == name);

    /// <summary>
    /// The topic of a name. One that the function's definitions lack is marketing: an unsubscribed customer must not get what may be.
    /// </summary>
    public Topic Get(string name) => Find(name) ?? new() { Name = name };
}
