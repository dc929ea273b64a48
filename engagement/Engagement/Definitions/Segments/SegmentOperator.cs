namespace Engagement.Definitions.Segments;

/// <summary>How a condition compares. In the file each is its name in camel case.</summary>
public enum SegmentOperator
{
    /// <summary>One of the values.</summary>
    In,

    /// <summary>None of the values.</summary>
    NotIn,

    /// <summary>Holds one of the values as a part.</summary>
    Contains,

    /// <summary>An instant before the value.</summary>
    Before,

    /// <summary>An instant after the value.</summary>
    After,

    /// <summary>An instant between the two values.</summary>
    Between,

    /// <summary>An instant on the value's day.</summary>
    On,

    /// <summary>The number itself.</summary>
    Equal,

    /// <summary>More than the number.</summary>
    MoreThan,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>Less than the number.</summary>
    LessThan,

    /// <summary>The number or less.</summary>
    AtMost,
}
