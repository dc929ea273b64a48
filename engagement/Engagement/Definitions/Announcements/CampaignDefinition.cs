using Engagement.Definitions.Reminders;

namespace Engagement.Definitions.Announcements;

/// <summary>One message of an announcement, to one segment.</summary>
public sealed record CampaignDefinition
{
    /// <summary>1 to 40 letters, digits, <c>_</c> and <c>-</c>; each once in an announcement.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the segment that it goes to.</summary>
    public required string Segment { get; init; }

    /// <summary>Name of the message template.</summary>
    public required string Template { get; init; }

    /// <summary>What has to hold of each customer of the segment; all of it. Empty: everyone gets the message.</summary>
    public IReadOnlyList<CampaignCondition> When { get; init; } = [];

    /// <summary>The user attributes that it writes to each customer that it reaches.</summary>
    public IReadOnlyList<AttributeAssignment> Set { get; init; } = [];

    /// <summary>
    /// How long after the event, or after the announcement's <c>at</c>, it starts: 15 minutes to 365 days. Null: at once.
    /// </summary>
    public TimeSpan? After { get; init; }

    /// <summary>
    /// When its message may come, in the customer's zone: the hours of all marketing, or those of marketing text messages. A message that
    /// is due outside them comes when they begin. Null for day and night.
    /// </summary>
    public AllowedHours? Between { get; init; }
}
