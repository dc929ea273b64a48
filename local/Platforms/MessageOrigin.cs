using Engagement.CompanyEvents;

namespace Engagement.Local.Platforms;

/// <summary>What of the definitions a message is of.</summary>
/// <param name="Kind"><c>announcement</c>, <c>journey</c> or <c>reminder</c>.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Part">The campaign of an announcement; how long before the date a reminder comes; null for a journey.</param>
internal sealed record MessageOrigin(string Kind, string Name, string? Part)
{
    private const string Journey = "journey";
    private const string Reminder = "reminder";

    /// <summary>By the tags of a message that the stack sends itself; null where they name nothing of the definitions.</summary>
    public static MessageOrigin? FromTags(IReadOnlyList<KeyValuePair<string, string>> tags) =>
        Value(tags, "announcement") is { } announcement ? new("announcement", announcement, Value(tags, "campaign"))
        : Value(tags, Journey) is { } journey ? new(Journey, journey, Part: null)
        : Value(tags, Reminder) is { } reminder ? new(Reminder, reminder, Value(tags, "before"))
        : null;

    /// <summary>By a campaign of the platform.</summary>
    public static MessageOrigin From(CampaignIdentity campaign) => new("announcement", campaign.Announcement, campaign.Campaign);

    /// <summary>
    /// By the name of a journey's resource, such as <c>journey-welcome</c> or <c>reminder-visit-P1D</c>; null where it is neither.
    /// </summary>
    public static MessageOrigin? FromResource(string? name) => name?.Split('-', 2) is not [var kind, var rest] ? null
        : kind == Journey ? new(Journey, rest, Part: null)
        : kind == Reminder && rest.LastIndexOf('-') is > 0 and var cut ? new(Reminder, rest[..cut], rest[(cut + 1)..])
        : null;

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> tags, string name)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Key == name)
            {
                return tags[i].Value;
            }
        }

        return null;
    }
}
