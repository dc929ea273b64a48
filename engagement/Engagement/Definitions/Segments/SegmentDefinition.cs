namespace Engagement.Definitions.Segments;

/// <summary>The customers who fit all conditions.</summary>
public sealed record SegmentDefinition
{
    /// <summary>1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who that is, for readers of the file; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>1 to 100, in the order of the file; each attribute and each other subject at most once.</summary>
    public required IReadOnlyList<SegmentCondition> Conditions { get; init; }
}
