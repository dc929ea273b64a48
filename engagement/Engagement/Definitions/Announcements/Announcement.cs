namespace Engagement.Definitions.Announcements;

/// <summary>Something that happens to the whole company, and the messages that tell of it.</summary>
public sealed record Announcement
{
    /// <summary>1 to 40 letters, digits, <c>_</c> and <c>-</c>. It is the event's name on the bus and on the route.</summary>
    public required string Name { get; init; }

    /// <summary>What the event means, for readers of the file; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>What turns the event into campaigns.</summary>
    public required AnnouncementRoute Via { get; init; }

    /// <summary>
    /// The topic from which customers unsubscribe; null for <see cref="Topics.Topic.Announcements"/>. Platforms without topics pass over
    /// it.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>
    /// Whether its events wait: they are accepted and written down, and none of their campaigns is created until this is false and
    /// deployed. Never true of <see cref="AnnouncementRoute.Schedule"/>.
    /// </summary>
    public bool IsHeld { get; init; }

    /// <summary>
    /// When the campaigns start, of <see cref="AnnouncementRoute.Schedule"/> alone; null means now (for the others: when the event comes).
    /// </summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The attributes that each event carries, at most 39: an event holds 40, and one is the event's id.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The kinds of those attributes that have another than <see cref="AttributeKind.Text"/>.</summary>
    public IReadOnlyDictionary<string, AttributeKind> Kinds { get; init; } = new Dictionary<string, AttributeKind>();

    /// <summary>
    /// Of <see cref="AnnouncementRoute.Schedule"/>, which has no event to carry them, the value of each attribute; otherwise empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The messages, in the order of the file; 1 to 200.</summary>
    public required IReadOnlyList<CampaignDefinition> Campaigns { get; init; }

    /// <summary>
    /// The event type that the platform records, such as <c>company.feature_release</c>. The prefix is what keeps the public pixel
    /// from recording one: see <see cref="ReservedNames"/>.
    /// </summary>
    public string EventType => ReservedNames.CompanyEventPrefix + Name;

    /// <summary>What the values of an attribute are.</summary>
    public AttributeKind KindOf(string attribute) => Kinds.GetValueOrDefault(attribute);

    /// <summary>The campaign of this name; null when there is none.</summary>
    public CampaignDefinition? Find(string campaign) => Campaigns.FirstOrDefault(each => each.Name == campaign);
}
