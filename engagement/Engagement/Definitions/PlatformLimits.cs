namespace Engagement.Definitions;

/// <summary>How much of the definitions a platform takes. What is beyond is an error where the definitions are read.</summary>
public sealed record PlatformLimits
{
    /// <summary>No platform's: only what holds of definitions on every platform is checked.</summary>
    public static PlatformLimits None { get; } = new()
    {
        Platform = "no platform",
        EventTypes = int.MaxValue,
        AttributeNames = int.MaxValue,
        MetricNames = int.MaxValue,
        SegmentDimensions = int.MaxValue,
        ActiveCampaigns = int.MaxValue,
        EventStartedJourneys = int.MaxValue,
        ActiveJourneys = int.MaxValue,
        EmailTemplateLength = int.MaxValue,
        MixesChannels = true,
    };

    /// <summary>The platform's name, as errors give it.</summary>
    public required string Platform { get; init; }

    /// <summary>Most event types of one application.</summary>
    public required int EventTypes { get; init; }

    /// <summary>Most different attribute names of one application.</summary>
    public required int AttributeNames { get; init; }

    /// <summary>Most different metric names of one application.</summary>
    public required int MetricNames { get; init; }

    /// <summary>Most dimensions of one segment.</summary>
    public required int SegmentDimensions { get; init; }

    /// <summary>Most campaigns of one account that have neither completed nor failed.</summary>
    public required int ActiveCampaigns { get; init; }

    /// <summary>Most active journeys of one account that events start.</summary>
    public required int EventStartedJourneys { get; init; }

    /// <summary>Most active journeys of one account.</summary>
    public required int ActiveJourneys { get; init; }

    /// <summary>Most characters of an email template, its parts together.</summary>
    public required int EmailTemplateLength { get; init; }

    /// <summary>
    /// Whether one reminder can go out by e-mail and by SMS, and the campaigns of one state machine by different channels.
    /// </summary>
    public required bool MixesChannels { get; init; }

    /// <summary>
    /// Whether an announcement's message waits for the customer's hours. Default: it does. Where it does not, no hours of all marketing can
    /// be set.
    /// </summary>
    public bool HoldsAnnouncements { get; init; } = true;

    /// <summary>The setting without which the stack sends no text messages; null where it sends them.</summary>
    public string? TextsNeed { get; init; }

    /// <summary>What it takes of journeys. Default: all of them.</summary>
    public JourneyPlatformLimits Journeys { get; init; } = JourneyPlatformLimits.None;
}
