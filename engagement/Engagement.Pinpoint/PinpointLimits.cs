using Engagement.Definitions;

namespace Engagement.Pinpoint;

/// <summary>What Pinpoint takes: "Amazon Pinpoint quotas" in the Pinpoint developer guide.</summary>
public static class PinpointLimits
{
    /// <summary>How much of the definitions it takes.</summary>
    public static PlatformLimits Definitions { get; } = new()
    {
        Platform = "Pinpoint",
        EventTypes = 1_500,
        AttributeNames = 500,
        MetricNames = 500,
        SegmentDimensions = 100,
        ActiveCampaigns = 200,
        EventStartedJourneys = 20,
        ActiveJourneys = 50,
        EmailTemplateLength = 600_000,
        Journeys = Journeys,
    };

    // "Journey quotas": 40 activities a journey. A wait takes an hour at least (WaitActivity). Hours are kept by waits of 16, 8, 4 and 2
    // hours, each behind a condition, so that they are exact to two hours.
    private static JourneyPlatformLimits Journeys => new()
    {
        ShortestWait = TimeSpan.FromHours(1),
        ShortestHours = TimeSpan.FromHours(4),
        CanRestart = false,
        Activities = new() { Most = 40, Enter = 2, Send = 3, SendBetween = 12, Wait = 1, Did = 2, Segment = 1, Split = 1 },
    };
}
