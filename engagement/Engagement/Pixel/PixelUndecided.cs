namespace Engagement.Pixel;

/// <summary>The message carries a signature and no keys were given to judge it by. Decide again with keys, or later.</summary>
public sealed record PixelUndecided : PixelDecision;
