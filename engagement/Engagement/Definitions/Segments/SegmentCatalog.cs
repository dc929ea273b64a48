namespace Engagement.Definitions.Segments;

/// <summary>The groups of customers that messages go to.</summary>
public sealed record SegmentCatalog
{
    /// <summary>A catalog without segments, as a missing file means.</summary>
    public static SegmentCatalog Empty { get; } = new() { Segments = [] };

    /// <summary>What is known of customers from elsewhere.</summary>
    public CustomerAttributes Customers { get; init; } = new();

    /// <summary>The segments, in the order of the file; each name once.</summary>
    public required IReadOnlyList<SegmentDefinition> Segments { get; init; }

    /// <summary>The segment of this name; null when there is none.</summary>
    public SegmentDefinition? Find(string name) => Segments.FirstOrDefault(segment => segment.Name == name);
}
