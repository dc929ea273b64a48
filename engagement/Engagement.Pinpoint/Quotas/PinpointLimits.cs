using Engagement.Definitions;
using Engagement.Pinpoint.Journeys;

namespace Engagement.Pinpoint.Quotas;

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
        // A journey moves an endpoint, which has one channel, through activities, each of which has one channel. A state
        // machine asks for all its campaigns by one request.
        MixesChannels = false,
        // The quiet time of a campaign drops messages, and looks at an attribute of endpoints that the pixel does not set.
        HoldsAnnouncements = false,
        Journeys = Journeys,
    };

    // A wait takes an hour at least (service model, WaitTime).
    private static JourneyPlatformLimits Journeys => new()
    {
        ShortestWait = TimeSpan.FromHours(1),
        ShortestHours = TimeSpan.FromHours(4),
        CanRestart = false,
        // A send is an activity of one channel.
        CanText = false,
        Activities = new(
            JourneyActivities.Most,
            JourneyActivities.Count,
            "each send 1, each wait 1, and to ask at the start, after each wait and between two sends 2, with between 11"),
    };
}
