namespace Engagement.Pixel;

/// <summary>What a parameter with a prefix says something of.</summary>
internal enum PixelParameterKind
{
    /// <summary>The event, as text; see <see cref="ParameterNames.AttributePrefix"/>.</summary>
    Attribute,

    /// <summary>The event, as a number; see <see cref="ParameterNames.MetricPrefix"/>.</summary>
    Metric,

    /// <summary>The endpoint's user; see <see cref="ParameterNames.UserAttributePrefix"/>.</summary>
    UserAttribute,
}
