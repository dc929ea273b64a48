using System.Text.Json.Serialization;

namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Body of CreateSegment and UpdateSegment.</summary>
internal sealed record WriteSegmentRequest
{
    public SegmentDimensions? Dimensions { get; init; }

    public string? Name { get; init; }

    public SegmentGroupList? SegmentGroups { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>One version of a segment; also what answers show.</summary>
internal sealed record SegmentResponse
{
    public required string ApplicationId { get; init; }

    public required string Arn { get; init; }

    public required string CreationDate { get; init; }

    public SegmentDimensions? Dimensions { get; init; }

    public required string Id { get; init; }

    public required string LastModifiedDate { get; init; }

    public string? Name { get; init; }

    public SegmentGroupList? SegmentGroups { get; init; }

    public required string SegmentType { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>1 when created, one more with each update.</summary>
    public required int Version { get; init; }
}

/// <summary>One page of segments or of a segment's versions.</summary>
internal sealed record SegmentsResponse(IReadOnlyList<SegmentResponse> Item, string? NextToken);

/// <summary>The groups of a segment and how they combine: <c>ALL</c>, <c>ANY</c> or <c>NONE</c>.</summary>
internal sealed record SegmentGroupList(IReadOnlyList<SegmentGroup>? Groups, string? Include);

/// <summary>Base segments and the criteria that filter them.</summary>
internal sealed record SegmentGroup
{
    public IReadOnlyList<SegmentDimensions>? Dimensions { get; init; }

    public IReadOnlyList<SegmentReference>? SourceSegments { get; init; }

    /// <summary>How base segments combine.</summary>
    public string? SourceType { get; init; }

    /// <summary>How dimensions combine.</summary>
    public string? Type { get; init; }
}

/// <summary>A base segment; its latest version where none is named.</summary>
internal sealed record SegmentReference(string? Id, int? Version);

/// <summary>Criteria that an endpoint must meet, all of them.</summary>
internal sealed record SegmentDimensions
{
    public IReadOnlyDictionary<string, AttributeDimension>? Attributes { get; init; }

    public SegmentBehaviors? Behavior { get; init; }

    public SegmentDemographics? Demographic { get; init; }

    public SegmentLocation? Location { get; init; }

    public IReadOnlyDictionary<string, MetricDimension>? Metrics { get; init; }

    public IReadOnlyDictionary<string, AttributeDimension>? UserAttributes { get; init; }
}

/// <summary>What an attribute's values are compared with, and how.</summary>
internal sealed record AttributeDimension(string? AttributeType, IReadOnlyList<string>? Values);

/// <summary>Values that a member must (<c>INCLUSIVE</c>) or must not (<c>EXCLUSIVE</c>) be one of.</summary>
internal sealed record SetDimension(string? DimensionType, IReadOnlyList<string>? Values);

/// <summary>A number that a metric is compared with.</summary>
internal sealed record MetricDimension(string? ComparisonOperator, double? Value);

/// <summary>What endpoints did.</summary>
internal sealed record SegmentBehaviors(RecencyDimension? Recency);

/// <summary>Whether endpoints sent events within a time.</summary>
internal sealed record RecencyDimension(string? Duration, string? RecencyType);

/// <summary>Criteria for an endpoint's device.</summary>
internal sealed record SegmentDemographics
{
    public SetDimension? AppVersion { get; init; }

    public SetDimension? Channel { get; init; }

    public SetDimension? DeviceType { get; init; }

    public SetDimension? Make { get; init; }

    public SetDimension? Model { get; init; }

    public SetDimension? Platform { get; init; }
}

/// <summary>Criteria for an endpoint's place.</summary>
internal sealed record SegmentLocation
{
    public SetDimension? Country { get; init; }

    [JsonPropertyName("GPSPoint")]
    public GpsPointDimension? GpsPoint { get; init; }
}

/// <summary>A circle on the globe.</summary>
internal sealed record GpsPointDimension(GpsCoordinates? Coordinates, double? RangeInKilometers);

/// <summary>Degrees.</summary>
internal sealed record GpsCoordinates(double Latitude, double Longitude);
