using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Segments;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Body of CreateJourney and UpdateJourney.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record WriteJourneyRequest
{
    public IReadOnlyDictionary<string, Activity>? Activities { get; init; }

    public JsonElement? ClosedDays { get; init; }

    public string? CreationDate { get; init; }

    public JsonElement? JourneyChannelSettings { get; init; }

    public string? LastModifiedDate { get; init; }

    public JourneyLimits? Limits { get; init; }

    public bool? LocalTime { get; init; }

    public string? Name { get; init; }

    public JsonElement? OpenHours { get; init; }

    public QuietTime? QuietTime { get; init; }

    /// <summary>ISO 8601 duration.</summary>
    public string? RefreshFrequency { get; init; }

    public bool? RefreshOnSegmentUpdate { get; init; }

    public JourneySchedule? Schedule { get; init; }

    public bool? SendingSchedule { get; init; }

    public string? StartActivity { get; init; }

    public StartCondition? StartCondition { get; init; }

    public string? State { get; init; }

    public IReadOnlyList<string>? TimezoneEstimationMethods { get; init; }

    public bool? WaitForQuietTime { get; init; }
}

/// <summary>A journey in answers.</summary>
internal sealed record JourneyResponse : WriteJourneyRequest
{
    public JourneyResponse(WriteJourneyRequest request)
        : base(request)
    {
    }

    [JsonConstructor]
    public JourneyResponse()
    {
    }

    public required string ApplicationId { get; init; }

    public required string Id { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>One page of journeys.</summary>
internal sealed record JourneysResponse(IReadOnlyList<JourneyResponse> Item, string? NextToken);

/// <summary>Body of UpdateJourneyState.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record JourneyStateRequest(string? State);

/// <summary>How often participants enter and are written to.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record JourneyLimits
{
    public int? DailyCap { get; init; }

    /// <summary>Entries of one participant: up to 100; 0 for any number.</summary>
    public int? EndpointReentryCap { get; init; }

    /// <summary>ISO 8601 duration between two entries of one participant.</summary>
    public string? EndpointReentryInterval { get; init; }

    public int? MessagesPerSecond { get; init; }

    public JsonElement? TimeframeCap { get; init; }

    public int? TotalCap { get; init; }
}

/// <summary>When a journey begins and ends: ISO 8601, in UTC unless it says otherwise.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record JourneySchedule(string? EndTime, string? StartTime, string? Timezone);

/// <summary>What makes endpoints enter.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StartCondition(
    string? Description, EventStartCondition? EventStartCondition, MembershipCondition? SegmentStartCondition);

/// <summary>Endpoints enter with an event.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EventStartCondition(EventFilter? EventFilter, string? SegmentId);

/// <summary>Endpoints enter with a segment, or are asked whether they are in it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MembershipCondition(string? SegmentId);

/// <summary>Which events count.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EventFilter(EventDimensions? Dimensions, string? FilterType);

/// <summary>What an event must be like, in all respects.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EventDimensions
{
    public IReadOnlyDictionary<string, AttributeDimension>? Attributes { get; init; }

    public SetDimension? EventType { get; init; }

    public IReadOnlyDictionary<string, MetricDimension>? Metrics { get; init; }
}
