namespace Engagement.Definitions.Segments;

/// <summary>How a condition compares. In the file each is its name in camel case.</summary>
public enum SegmentOperator
{
    /// <summary>One of the values; Pinpoint's INCLUSIVE.</summary>
    In,

    /// <summary>None of the values; Pinpoint's EXCLUSIVE.</summary>
    NotIn,

    /// <summary>Holds one of the values as a part; Pinpoint's CONTAINS.</summary>
    Contains,

    /// <summary>An instant before the value; Pinpoint's BEFORE.</summary>
    Before,

    /// <summary>An instant after the value; Pinpoint's AFTER.</summary>
    After,

    /// <summary>An instant between the two values; Pinpoint's BETWEEN.</summary>
    Between,

    /// <summary>An instant on the value's day; Pinpoint's ON.</summary>
    On,

    /// <summary>The number itself; Pinpoint's EQUAL.</summary>
    Equal,

    /// <summary>Pinpoint's GREATER_THAN.</summary>
    MoreThan,

    /// <summary>Pinpoint's GREATER_THAN_OR_EQUAL.</summary>
    AtLeast,

    /// <summary>Pinpoint's LESS_THAN.</summary>
    LessThan,

    /// <summary>Pinpoint's LESS_THAN_OR_EQUAL.</summary>
    AtMost,
}
