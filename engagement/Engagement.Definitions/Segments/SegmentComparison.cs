namespace Engagement.Definitions.Segments;

/// <summary>How a condition compares, and with what.</summary>
internal readonly record struct SegmentComparison(SegmentOperator Operator, IReadOnlyList<string> Values);
