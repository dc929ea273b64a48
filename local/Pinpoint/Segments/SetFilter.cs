namespace Engagement.Local.Pinpoint.Segments;

/// <summary>Compares one text with a set of them (service model, SetDimension).</summary>
internal static class SetFilter
{
    /// <summary>Whether it fits; a text that is not there is in no set.</summary>
    public static bool Fits(SetDimension dimension, string? actual) =>
        (actual is not null && dimension.Values!.Contains(actual)) == (dimension.DimensionType != "EXCLUSIVE");
}
