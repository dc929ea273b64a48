using System.Text.Json.Serialization;
using Engagement.Definitions.Segments;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>A dimensional segment.</summary>
public sealed record SegmentDeclaration
{
    /// <summary>What has to hold of an endpoint, all of it; 1 to 100.</summary>
    public required IReadOnlyList<SegmentCondition> Conditions { get; init; }

    /// <summary>Id of a segment that members belong to as well; null when there is none.</summary>
    public string? BaseSegmentId { get; init; }

    /// <summary>
    /// Whether a function moves it hour by hour. Its conditions are then those of the beginning. An update leaves an existing segment
    /// alone: it would throw the segment back to where it was declared. Default false.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sliding { get; init; }
}
