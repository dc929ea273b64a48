namespace Engagement.Definitions.Segments;

/// <summary>One dimension of a segment.</summary>
public sealed record SegmentCondition
{
    /// <summary>What it looks at.</summary>
    public required SegmentSubject Subject { get; init; }

    /// <summary>The attribute's or metric's name; null for the other subjects.</summary>
    public string? Name { get; init; }

    /// <summary>How it compares.</summary>
    public required SegmentOperator Operator { get; init; }

    /// <summary>
    /// What the subject is compared with. Texts: at least one. An instant: ISO 8601 in UTC, to the second (two for
    /// <see cref="SegmentOperator.Between"/>, the earlier first); of a metric one decimal number.
    /// </summary>
    public required IReadOnlyList<string> Values { get; init; }
}
