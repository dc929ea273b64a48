using Engagement.Definitions.Segments;

namespace Engagement.Provisioning;

/// <summary>A dimensional segment.</summary>
public sealed record SegmentDeclaration
{
    /// <summary>What has to hold of an endpoint, all of it; 1 to 100.</summary>
    public required IReadOnlyList<SegmentCondition> Conditions { get; init; }
}
