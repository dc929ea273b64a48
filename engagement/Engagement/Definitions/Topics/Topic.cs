namespace Engagement.Definitions.Topics;

/// <summary>What messages are about, as customers choose among them.</summary>
public sealed record Topic
{
    /// <summary>The topic of announcements that name none. It is marketing.</summary>
    public const string Announcements = "announcements";

    /// <summary>The topic of reminders that name none. It is marketing.</summary>
    public const string Reminders = "reminders";

    /// <summary>The topic of journeys that name none. It is marketing.</summary>
    public const string Journeys = "journeys";

    /// <summary>Its name: 1 to 40 letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>What customers read of it where they choose; empty where no function shows it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether customers can unsubscribe. Default: they can.</summary>
    public TopicKind Kind { get; init; }
}
