namespace Engagement.Pixel;

/// <summary>The message is not one that the pixel's API makes, so it must be kept for somebody to look at.</summary>
/// <param name="Problem">What is wrong, without any of its values.</param>
public sealed record PixelUnreadable(string Problem) : PixelDecision;
