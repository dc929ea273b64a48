namespace Engagement.Pixel;

/// <summary>
/// The values that mean "nothing": Google Tag Manager renders a missing variable as the text of a JavaScript value.
/// </summary>
public static class AbsentValue
{
    /// <summary>Whether a value is empty, <c>undefined</c>, <c>null</c> or <c>[object Object]</c>.</summary>
    public static bool Is(ReadOnlySpan<char> value) => value is "" or "undefined" or "null" or "[object Object]";
}
